// Everything there is, switched on at once: what tests look at beside dev and prod. It becomes params/whole.bicepparam in a copy.
using '../main.bicep'

param environmentName = 'whole'
param instanceMemoryMb = 4096
param maximumInstances = 100
param requestsPerInstance = 32
param alwaysReadyHttp = 3
param alwaysReadyDurable = 2
param alwaysReadyTimers = ['StartDeliveries']
param zoneRedundant = true
param updateStrategy = 'RollingUpdate'
param usePlaceholder = false
param durableBackend = 'scheduler'
param schedulerSku = 'Dedicated'
param privateNetworking = true
param fixedOutboundAddress = true
param mysqlSku = { name: 'Standard_D4ads_v5', tier: 'GeneralPurpose' }
param mysqlStorageGb = 128
param mysqlMaxConnections = 1365
param mysqlBackupDays = 35
param mysqlGeoRedundantBackup = 'Enabled'
param mysqlAdministrator = { name: 'admins', objectId: '11111111-1111-1111-1111-111111111111' }
param withRedis = true
param redisHighAvailability = 'Enabled'
param gorseImage = 'docker.io/zhenghaoz/gorse-in-one@sha256:0000000000000000000000000000000000000000000000000000000000000000'
param clickHousePrivateLink = { serviceId: '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/privateLinkServices/clickhouse', host: 'abc.westeurope.privatelink.azure.clickhouse.cloud' }
param secrets = [
  'CLICKHOUSE_URL'
  'DELIVERY_WEBHOOK_SECRETS'
  'EDITOR_KEYS'
  'FCM_CREDENTIALS'
  'MYSQL_URL'
  'OTEL_EXPORTER_OTLP_HEADERS'
  'PERSON_TOKEN_SECRETS'
  'PRIVACY_KEY'
  'SMTP_URL'
  'WEBHOOK_TOKENS'
]
param settings = {
  EMAIL_WEBHOOK_URL: 'https://mail.example.com/'
  SMS_WEBHOOK_URL: 'https://sms.example.com/'
  SMTP_FROM: 'Shop <hello@example.com>'
  FCM_URL: 'https://fcm.example.com/'
  PUBLIC_URL: 'https://shop.example.com'
  OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com'
  OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc'
}
param operatorsObjectId = '22222222-2222-2222-2222-222222222222'
param alertsEnabled = true
param alertEmails = ['ops@example.com']
param logRetentionDays = 90
param logDailyCapGb = -1
param monthlyBudget = 2000
param budgetStart = '2026-12-01'
