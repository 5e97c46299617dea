// The engine's store. People and the app sign in with Entra alone. AVM: db-for-my-sql/flexible-server 0.11.0.

@description('Where the server is, as an Azure region.')
param location string

@description('Name of the server.')
param name string

@description('Tags of every resource.')
param tags object

@description('Size of the server. Burstable has neither high availability nor steady speed.')
param sku { name: string, tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized' }

@description('Size of the disk to begin with, in GiB; it grows by itself.')
@minValue(20)
@maxValue(16384)
param storageGb int

@description('Whether a second server stands by in another zone.')
@allowed(['Disabled', 'SameZone', 'ZoneRedundant'])
param highAvailability string

@description('How far back a restore can go, in days.')
@minValue(1)
@maxValue(35)
param backupDays int

@description('Whether backups are kept in the paired region too. Can only be chosen when the server is made.')
@allowed(['Disabled', 'Enabled'])
param geoRedundantBackup string

@description('Most connections at once. Each instance of the app opens up to 100.')
@minValue(10)
param maxConnections int

@description('Resource id of the identity with which the server looks people up in Entra.')
param identityId string

@description('The Entra group, user or app that administers the server: its name as Entra shows it, and its object id.')
param administrator { name: string, objectId: string }

@description('A password that is made anew with each deployment and kept by nobody: a server cannot be made without one, and password sign-in is off.')
@secure()
param unusedPassword string = newGuid()

@description('Whether the server answers only over private endpoints.')
param private bool

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

resource server 'Microsoft.DBforMySQL/flexibleServers@2024-12-30' = {
  name: name
  location: location
  tags: tags
  sku: sku
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    version: '8.4'
    createMode: 'Default'
    administratorLogin: 'unused_${uniqueString(name)}'
    administratorLoginPassword: unusedPassword
    storage: {
      storageSizeGB: storageGb
      autoGrow: 'Enabled'
      autoIoScaling: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: geoRedundantBackup
    }
    highAvailability: { mode: highAvailability }
    network: { publicNetworkAccess: private ? 'Disabled' : 'Enabled' }
    // Sunday at three in the morning, UTC.
    maintenanceWindow: {
      customWindow: 'Enabled'
      dayOfWeek: 0
      startHour: 3
      startMinute: 0
    }
  }
}

resource database 'Microsoft.DBforMySQL/flexibleServers/databases@2024-12-30' = {
  parent: server
  name: 'engine'
  properties: {
    charset: 'utf8mb4'
    collation: 'utf8mb4_0900_ai_ci'
  }
}

resource people 'Microsoft.DBforMySQL/flexibleServers/administrators@2024-12-30' = {
  parent: server
  name: 'ActiveDirectory'
  dependsOn: [database]
  properties: {
    administratorType: 'ActiveDirectory'
    identityResourceId: identityId
    login: administrator.name
    sid: administrator.objectId
    tenantId: tenant().tenantId
  }
}

// One after the other: the server takes one change at a time. Passwords are switched off last, when an administrator is there.
@batchSize(1)
resource settings 'Microsoft.DBforMySQL/flexibleServers/configurations@2024-12-30' = [
  for setting in [
    { name: 'require_secure_transport', value: 'ON' }
    { name: 'tls_version', value: 'TLSv1.2,TLSv1.3' }
    { name: 'max_connections', value: string(maxConnections) }
    { name: 'slow_query_log', value: 'ON' }
    { name: 'long_query_time', value: '2' }
    { name: 'aad_auth_only', value: 'ON' }
  ]: {
    parent: server
    name: setting.name
    dependsOn: [people]
    properties: {
      value: setting.value
      source: 'user-override'
    }
  }
]

// 0.0.0.0 stands for addresses within Azure: Flex Consumption has no fixed ones. In production the private switch takes this away.
resource fromAzure 'Microsoft.DBforMySQL/flexibleServers/firewallRules@2024-12-30' = if (!private) {
  parent: server
  name: 'AllowAzure'
  dependsOn: [settings]
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'MySqlSlowLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the server.')
output id string = server.id

@description('Name of the server.')
output name string = server.name

@description('Where the server is reached.')
output host string = server.properties.fullyQualifiedDomainName

@description('Name of the engine\'s database.')
output database string = database.name
