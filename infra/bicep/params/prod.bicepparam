// For people: two of everything that must not stop, data inside the network, alerts on.
using '../main.bicep'

param environmentName = 'prod'

param instanceMemoryMb = 2048
// 40 of one core each are 40 of the 250 cores that a subscription has in a region.
param maximumInstances = 40
// Decisions take little processor and no I/O; 64 at once keep one core busy without queueing (docs/azure.md).
param requestsPerInstance = 64
// Two, one in each of two zones: a first request after a quiet hour is not the one that waits.
param alwaysReadyHttp = 2
param alwaysReadyDurable = 2
param zoneRedundant = true
param updateStrategy = 'RollingUpdate'

param privateNetworking = true
param fixedOutboundAddress = true

param mysqlSku = { name: 'Standard_D4ads_v5', tier: 'GeneralPurpose' }
param mysqlStorageGb = 128
param mysqlMaxConnections = 1365
param mysqlBackupDays = 14
param mysqlGeoRedundantBackup = 'Enabled'
param mysqlAdministrator = {
  name: readEnvironmentVariable('MYSQL_ADMIN_NAME', '')
  objectId: readEnvironmentVariable('MYSQL_ADMIN_OBJECT_ID', '')
}

param withRedis = true
param redisSku = 'Balanced_B1'
param redisHighAvailability = 'Enabled'
// Empty until GORSE-API-KEY and GORSE-DATA-STORE are in the vault.
param gorseImage = readEnvironmentVariable('GORSE_IMAGE', '')
param operatorsObjectId = readEnvironmentVariable('OPERATORS_OBJECT_ID', '')

param secrets = ['PRIVACY_KEY', 'EDITOR_KEYS']

param alertsEnabled = true
param alertEmails = [readEnvironmentVariable('ALERT_EMAIL', 'nobody@example.com')]
param logRetentionDays = 90
param logDailyCapGb = 10

param monthlyBudget = 1700
param budgetStart = '2026-12-01'
