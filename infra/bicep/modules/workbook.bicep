// One page that shows how the engine does: infra/bicep/workbook.json.

@description('Where the workbook is kept, as an Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the workspace it reads.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'personalization')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Personalization engine'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}
