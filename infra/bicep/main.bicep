// The whole system in one resource group: wiring only; what a thing is stands in its module. docs/azure.md says what it costs.
targetScope = 'resourceGroup'

import { secretName, plainSettings, timerName } from 'modules/settings.bicep'

@description('Which environment this is; part of every name.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('What names begin with after their kind, 2 to 8 small letters.')
@minLength(2)
@maxLength(8)
param prefix string = 'pe'

@description('Where everything is, as an Azure region with Flex Consumption.')
param location string = resourceGroup().location

@description('Memory of an instance, in MB: 512 has a quarter of a core, 2048 one core, 4096 two.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int = 2048

@description('Most instances at once, 1 to 1000. A subscription has 250 cores in a region unless more are asked for.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Requests an instance takes at once before another one is started, 1 to 1000.')
@minValue(1)
@maxValue(1000)
param requestsPerInstance int

@description('Instances for HTTP that are always ready, 0 to 100; 2 or more where zones are spanned.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttp int

@description('Instances for orchestrations that are always ready, 0 to 100.')
@minValue(0)
@maxValue(100)
param alwaysReadyDurable int

@description('Timers that keep an instance of their own ready.')
param alwaysReadyTimers timerName[] = []

@description('Whether what can be is spread over zones: the app, storage, MySQL, Gorse.')
param zoneRedundant bool

@description('How a new version takes over. Recreate: at once, what runs is cut. RollingUpdate (preview): instance by instance, drained.')
@allowed(['Recreate', 'RollingUpdate'])
param updateStrategy string

@description('Whether cold starts use a waiting .NET process; false is the workaround for workers that exit with code 139.')
param usePlaceholder bool = true

@description('Where orchestrations live. storage: Azure Storage. scheduler: the Durable Task Scheduler.')
@allowed(['storage', 'scheduler'])
param durableBackend string = 'storage'

@description('Plan of the scheduler. Consumption: up to 500 actions a second. Dedicated: 2,000 for each unit.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('Units of a Dedicated scheduler, 1 to 3; 3 make it highly available.')
@minValue(1)
@maxValue(3)
param schedulerUnits int = 3

@description('Whether storage, the vault, MySQL and Redis answer only inside the network.')
param privateNetworking bool

@description('Addresses of the network, in CIDR notation, /24 or wider.')
param networkAddresses string = '10.40.0.0/22'

@description('Whether what goes out has one fixed address, as allow-lists outside want it.')
param fixedOutboundAddress bool

@description('Size of MySQL: its name and tier.')
param mysqlSku { name: string, tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized' }

@description('Disk of MySQL to begin with, in GiB, 20 to 16384; it grows by itself.')
@minValue(20)
@maxValue(16384)
param mysqlStorageGb int

@description('Most connections to MySQL at once, as its size allows: 171 for B1ms, 683 for D2ads_v5, 1365 for D4ads_v5.')
@minValue(10)
param mysqlMaxConnections int

@description('How far back MySQL can be restored, in days, 1 to 35.')
@minValue(1)
@maxValue(35)
param mysqlBackupDays int

@description('Whether backups of MySQL are kept in the paired region too; chosen once, when the server is made.')
@allowed(['Disabled', 'Enabled'])
param mysqlGeoRedundantBackup string

@description('The Entra group, user or app that administers MySQL: its name as Entra shows it, and its object id.')
param mysqlAdministrator { name: string, objectId: string }

@description('Whether instances share a cache. Without it each caches for itself.')
param withRedis bool

@description('Size of Redis: Balanced_B0 has 0.5 GB, B1 1 GB, B3 3 GB, B5 6 GB.')
@allowed(['Balanced_B0', 'Balanced_B1', 'Balanced_B3', 'Balanced_B5'])
param redisSku string = 'Balanced_B0'

@description('Whether a second node of Redis stands by.')
@allowed(['Disabled', 'Enabled'])
param redisHighAvailability string = 'Disabled'

@description('Gorse, pinned by its digest: registry/name@sha256:64 hex digits. Empty: the embedded recommender alone. Its secrets have to be in the vault before.')
param gorseImage string = ''

@description('Processor of Gorse, in tenths of a core; with 2 GiB of memory for each core.')
@allowed([5, 10, 20, 40])
param gorseTenthsOfCore int = 10

@description('Private way to ClickHouse, where its plan has one: resource id of its private link service, and the host name of CLICKHOUSE_URL.')
param clickHousePrivateLink { serviceId: string, host: string }?

@description('Secrets that the vault has beside DECISION-KEY and WEBHOOK-SECRETS; only what is there may be named here.')
param secrets secretName[] = []

@description('Settings that are nobody\'s secret.')
param settings plainSettings = {}

@description('Object id of the Entra group that puts secrets into the vault; empty for nobody.')
param operatorsObjectId string = ''

@description('Whether any alert fires.')
param alertsEnabled bool

@description('Who is told of alerts and of the budget, by e-mail.')
@minLength(1)
param alertEmails string[]

@description('How long telemetry is kept, in days, 30 to 730.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('Most telemetry in a day, in GB; -1 for no limit.')
@minValue(-1)
param logDailyCapGb int

@description('Whether the platform\'s own log of the functions is kept beside what the app sends.')
param platformLogs bool = false

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('First day of the budget\'s first month, as yyyy-mm-01: the month of the first deployment, left alone after that.')
param budgetStart string

var unique = uniqueString(resourceGroup().id, prefix, environmentName)
var suffix = '${prefix}-${environmentName}-${take(unique, 6)}'
var tags = { 'azd-env-name': environmentName, application: 'personalization-engine', environment: environmentName }
var storageSku = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
var taskHub = 'PersonalizationEngine'
var withGorse = !empty(gorseImage)
var withStorageHub = durableBackend == 'storage'
// Gorse is reached over the network, and a fixed address needs one.
var withNetwork = privateNetworking || withGorse || fixedOutboundAddress || clickHousePrivateLink != null

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { location: location, suffix: suffix, tags: tags, withGorse: withGorse }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { location: location, suffix: suffix, tags: tags, retentionDays: logRetentionDays, dailyCapGb: logDailyCapGb }
}

module network 'modules/network.bicep' = if (withNetwork) {
  name: 'network'
  params: {
    location: location
    suffix: suffix
    tags: tags
    addressPrefix: networkAddresses
    fixedOutboundAddress: fixedOutboundAddress
  }
}

module hostStorage 'modules/storage.bicep' = {
  name: 'host-storage'
  params: {
    location: location
    name: 'sthost${unique}'
    tags: tags
    sku: storageSku
    containers: ['packages']
    keepDeleted: true
    private: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module durable 'modules/durable.bicep' = {
  name: 'durable'
  params: {
    location: location
    suffix: suffix
    storageName: 'sthub${unique}'
    tags: tags
    backend: durableBackend
    storageSku: storageSku
    schedulerSku: schedulerSku
    schedulerUnits: schedulerUnits
    hubName: taskHub
    appClientId: identity.outputs.appClientId
    private: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'key-vault'
  params: {
    location: location
    name: 'kv-${unique}'
    tags: tags
    private: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module mysql 'modules/mysql.bicep' = {
  name: 'mysql'
  params: {
    location: location
    name: 'mysql-${suffix}'
    tags: tags
    sku: mysqlSku
    storageGb: mysqlStorageGb
    highAvailability: zoneRedundant ? 'ZoneRedundant' : 'Disabled'
    backupDays: mysqlBackupDays
    geoRedundantBackup: mysqlGeoRedundantBackup
    maxConnections: mysqlMaxConnections
    identityId: identity.outputs.mysqlId
    administrator: mysqlAdministrator
    private: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module redis 'modules/redis.bicep' = if (withRedis) {
  name: 'redis'
  params: {
    location: location
    name: 'redis-${suffix}'
    tags: tags
    sku: redisSku
    highAvailability: redisHighAvailability
    appPrincipalId: identity.outputs.appPrincipalId
    private: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module rbac 'modules/rbac.bicep' = {
  name: 'rbac'
  params: {
    appPrincipalId: identity.outputs.appPrincipalId
    withGorse: withGorse
    gorsePrincipalId: identity.outputs.gorsePrincipalId
    operatorsObjectId: operatorsObjectId
    hostStorageName: hostStorage.outputs.name
    durableBackend: durableBackend
    durableName: durable.outputs.name
    vaultName: keyVault.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module privateEndpoints 'modules/privateEndpoints.bicep' = if (privateNetworking) {
  name: 'private-endpoints'
  params: {
    location: location
    suffix: suffix
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    hostStorageId: hostStorage.outputs.id
    withHub: withStorageHub
    hubStorageId: durable.outputs.id
    vaultId: keyVault.outputs.id
    mysqlId: mysql.outputs.id
    withRedis: withRedis
    redisId: withRedis ? redis!.outputs.id : ''
  }
}

module clickhouse 'modules/clickhouse.bicep' = if (clickHousePrivateLink != null) {
  name: 'clickhouse'
  params: {
    location: location
    suffix: suffix
    tags: tags
    privateLinkServiceId: clickHousePrivateLink!.serviceId
    privateHost: clickHousePrivateLink!.host
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
  }
}

module gorse 'modules/gorse.bicep' = if (withGorse) {
  name: 'gorse'
  dependsOn: [rbac, privateEndpoints]
  params: {
    location: location
    suffix: suffix
    tags: tags
    image: gorseImage
    tenthsOfCore: gorseTenthsOfCore
    identityId: identity.outputs.gorseId
    vaultUri: keyVault.outputs.uri
    networkId: network!.outputs.id
    subnetId: network!.outputs.containersSubnetId
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
  }
}

// Last: its roles and its names are there when the first instance starts.
module functionApp 'modules/functionApp.bicep' = {
  name: 'function-app'
  dependsOn: [rbac, privateEndpoints]
  params: {
    location: location
    suffix: suffix
    tags: tags
    instanceMemoryMb: instanceMemoryMb
    maximumInstances: maximumInstances
    requestsPerInstance: requestsPerInstance
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyTimers: alwaysReadyTimers
    zoneRedundant: zoneRedundant
    updateStrategy: updateStrategy
    usePlaceholder: usePlaceholder
    identity: { id: identity.outputs.appId, clientId: identity.outputs.appClientId }
    hostStorage: hostStorage.outputs.endpoints
    packageContainer: 'packages'
    subnetId: withNetwork ? network!.outputs.functionsSubnetId : ''
    vaultUri: keyVault.outputs.uri
    secrets: withGorse ? union(secrets, ['GORSE_API_KEY']) : secrets
    plain: settings
    insightsConnectionString: monitoring.outputs.connectionString
    taskHub: taskHub
    // Who connects is its name to MySQL, its object id to Redis; what opens is a token.
    features: union(
      { ENGINE_MYSQL_URL: 'mysql://${identity.outputs.appName}@${mysql.outputs.host}:3306/${mysql.outputs.database}?auth=entra' },
      withRedis ? { REDIS_URL: 'rediss://${identity.outputs.appPrincipalId}@${redis!.outputs.host}:10000?auth=entra' } : {},
      withGorse ? { GORSE_URL: gorse!.outputs.url } : {},
      durable.outputs.settings
    )
    workspaceId: monitoring.outputs.workspaceId
    platformLogs: platformLogs
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    suffix: suffix
    tags: tags
    enabled: alertsEnabled
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    mysqlId: mysql.outputs.id
    mysqlMaxConnections: mysqlMaxConnections
    withRedis: withRedis
    redisId: withRedis ? redis!.outputs.id : ''
    instanceMemoryMb: instanceMemoryMb
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: { name: 'budget-${suffix}', amount: monthlyBudget, start: budgetStart, emails: alertEmails }
}

@description('Name of the app: where a package is published to.')
output functionAppName string = functionApp.outputs.name

@description('Where the app is reached.')
output functionAppHost string = functionApp.outputs.host

@description('Name of the vault: where people put secrets.')
output vaultName string = keyVault.outputs.name

@description('Where MySQL is reached.')
output mysqlHost string = mysql.outputs.host

@description('Name by which MySQL is to know the app.')
output appIdentityName string = identity.outputs.appName

@description('Client id by which MySQL is to know the app.')
output appIdentityClientId string = identity.outputs.appClientId

@description('The fixed address of what goes out; empty without one.')
output outboundAddress string = withNetwork ? network!.outputs.outboundAddress : ''
