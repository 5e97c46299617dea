// A storage account that opens to identities alone. Used twice: for the Functions host with its packages, and for the
// hub of the orchestrations, so that neither waits for the other. AVM: storage/storage-account 0.33.0.

@description('Where the account is, as an Azure region.')
param location string

@description('Name of the account: 3 to 24 small letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Tags of every resource.')
param tags object

@description('How copies are kept: LRS in one data centre, ZRS in three.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string

@description('Containers to make; the host and the hub make their own.')
param containers string[]

@description('Whether what is deleted can be brought back for 7 days; not where things are made and deleted without pause.')
param keepDeleted bool

@description('Whether the account answers only over private endpoints.')
param private bool

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: keepDeleted ? { enabled: true, days: 7 } : { enabled: false }
    containerDeleteRetentionPolicy: keepDeleted ? { enabled: true, days: 7 } : { enabled: false }
  }
}

resource made 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Reads and writes are the host's own polling, by the million; what is deleted, and by whom, is worth keeping.
#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Where blobs, queues and tables are reached.')
output endpoints { blob: string, queue: string, table: string } = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
