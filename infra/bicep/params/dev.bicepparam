// For trying things: nothing waits, nothing is doubled, no alert fires, services are reached from the internet by identity.
using '../main.bicep'

param environmentName = 'dev'

param instanceMemoryMb = 2048
param maximumInstances = 5
// Decisions take little processor and no I/O; 64 at once keep one core busy without queueing (docs/azure.md).
param requestsPerInstance = 64
param alwaysReadyHttp = 0
param alwaysReadyDurable = 0
param zoneRedundant = false
param updateStrategy = 'Recreate'

param privateNetworking = false
param fixedOutboundAddress = false

param mysqlSku = { name: 'Standard_B1ms', tier: 'Burstable' }
param mysqlStorageGb = 20
param mysqlMaxConnections = 171
param mysqlBackupDays = 7
param mysqlGeoRedundantBackup = 'Disabled'
param mysqlAdministrator = {
  name: readEnvironmentVariable('MYSQL_ADMIN_NAME', '')
  objectId: readEnvironmentVariable('MYSQL_ADMIN_OBJECT_ID', '')
}

param withRedis = false
param operatorsObjectId = readEnvironmentVariable('OPERATORS_OBJECT_ID', '')

param alertsEnabled = false
param alertEmails = [readEnvironmentVariable('ALERT_EMAIL', 'nobody@example.com')]
param logRetentionDays = 30
param logDailyCapGb = 1
param platformLogs = true

param monthlyBudget = 100
param budgetStart = '2026-12-01'
