// Where telemetry goes: one workspace, and Application Insights on it that takes no key.
// AVM: operational-insights/workspace, insights/component.

@description('Where telemetry is kept, as an Azure region.')
param location string

@description('What the names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Most that is taken in a day, in GB; -1 for no limit. Above it nothing is logged and no log alert can fire until the next day.')
@minValue(-1)
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    // Addresses of visitors are personal data: they stay masked.
    DisableIpMasking: false
    IngestionMode: 'LogAnalytics'
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of Application Insights.')
output insightsId string = insights.id

@description('Name of Application Insights.')
output insightsName string = insights.name

@description('Where telemetry is sent. No secret: without an Entra token nothing is taken.')
output connectionString string = insights.properties.ConnectionString
