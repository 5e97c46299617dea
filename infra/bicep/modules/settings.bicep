// What the app can be told beside what the deployment itself knows; held to the settings the code reads by tests.

@export()
@description('Settings that are secrets of the vault, which writes them with hyphens: SMTP_URL is the secret SMTP-URL.')
type secretName =
  | 'CLICKHOUSE_URL'
  | 'DELIVERY_WEBHOOK_SECRETS'
  | 'EDITOR_KEYS'
  | 'FCM_CREDENTIALS'
  | 'GORSE_API_KEY'
  | 'MYSQL_URL'
  | 'OTEL_EXPORTER_OTLP_HEADERS'
  | 'PERSON_TOKEN_SECRETS'
  | 'PRIVACY_KEY'
  | 'SMTP_URL'
  | 'WEBHOOK_TOKENS'

@export()
@sealed()
@description('Settings that are no secret; docs/settings.md tells what each accepts.')
type plainSettings = {
  @description('Where messages by e-mail are posted.')
  EMAIL_WEBHOOK_URL: string?
  @description('Where messages by SMS are posted.')
  SMS_WEBHOOK_URL: string?
  @description('Sender of e-mail, with the secret SMTP_URL.')
  SMTP_FROM: string?
  @description('Where Firebase is reached, if not at Google.')
  FCM_URL: string?
  @description('Where people reach the app, as in https://mail.example.com: for links in messages.')
  PUBLIC_URL: string?
  @description('Where OpenTelemetry is sent beside Application Insights.')
  OTEL_EXPORTER_OTLP_ENDPOINT: string?
  @description('How it is sent there: grpc or http/protobuf.')
  OTEL_EXPORTER_OTLP_PROTOCOL: string?
}

@export()
@description('Functions that a timer starts; each runs in instances of its own.')
type timerName =
  | 'ContinueErasures'
  | 'CountOrchestrations'
  | 'PurgeExpiredData'
  | 'PurgeOrchestrations'
  | 'RescoreChangedPeople'
  | 'ReviewExperiments'
  | 'StartDeliveries'
  | 'SyncBehaviour'
  | 'SyncCustomers'
  | 'SyncGorse'
  | 'WatchDeliveries'
