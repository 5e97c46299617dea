// What all instances share and may lose at any time. Azure Managed Redis, since Azure Cache for Redis is being retired.
// AVM: cache/redis-enterprise 0.5.1.

@description('Where the cache is, as an Azure region.')
param location string

@description('Name of the cache.')
param name string

@description('Tags of every resource.')
param tags object

@description('Size of the cache: Balanced_B0 has 0.5 GB, B1 1 GB, B3 3 GB, B5 6 GB.')
@allowed(['Balanced_B0', 'Balanced_B1', 'Balanced_B3', 'Balanced_B5'])
param sku string

@description('Whether a second node stands by; without it an upgrade empties the cache.')
@allowed(['Disabled', 'Enabled'])
param highAvailability string

@description('Object id of the app\'s identity, the only one that may sign in.')
param appPrincipalId string

@description('Whether the cache answers only over private endpoints.')
param private bool

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

resource cache 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    minimumTlsVersion: '1.2'
    highAvailability: highAvailability
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
  }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: cache
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    clusteringPolicy: 'EnterpriseCluster'
    // Everything in it is elsewhere too.
    evictionPolicy: 'AllKeysLRU'
    accessKeysAuthentication: 'Disabled'
    persistence: { aofEnabled: false, rdbEnabled: false }
    deferUpgrade: 'NotDeferred'
  }
}

resource app 'Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-07-01' = {
  parent: database
  name: 'app'
  properties: {
    // The only policy there is: all commands on the one database.
    accessPolicyName: 'default'
    user: { objectId: appPrincipalId }
  }
}

#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: cache
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the cache.')
output id string = cache.id

@description('Where the cache is reached, over TLS on port 10000.')
output host string = cache.properties.hostName
