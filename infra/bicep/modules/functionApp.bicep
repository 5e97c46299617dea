// The app on Flex Consumption. AVM: web/serverfarm 0.7.0, web/site 0.24.0.

import { secretName, plainSettings, timerName } from 'settings.bicep'

@description('Where the app is, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Memory of an instance, in MB: 512 has a quarter of a core, 2048 one core, 4096 two.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int

@description('Most instances at once. Times 100 connections it has to stay below what MySQL allows, or the pools be made smaller.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Requests an instance takes at once before another one is started.')
@minValue(1)
@maxValue(1000)
param requestsPerInstance int

@description('Instances for HTTP that are always ready.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttp int

@description('Instances for orchestrations and activities that are always ready.')
@minValue(0)
@maxValue(100)
param alwaysReadyDurable int

@description('Timers that keep an instance of their own ready.')
param alwaysReadyTimers timerName[]

@description('Whether instances are spread over zones; takes 2 always-ready ones at least in each group that has any.')
param zoneRedundant bool

@description('How a new version takes over. Recreate: at once, what runs is cut. RollingUpdate (preview): instance by instance, drained.')
@allowed(['Recreate', 'RollingUpdate'])
param updateStrategy string

@description('Whether cold starts use a waiting .NET process. false is the workaround for crashes with exit code 139 (azure-functions-dotnet-worker issue 3335), at the price of slower cold starts.')
param usePlaceholder bool

@description('The identity of the app.')
param identity { id: string, clientId: string }

@description('Where the host\'s storage is reached.')
param hostStorage { blob: string, queue: string, table: string }

@description('Container of the host\'s storage that takes the packages.')
param packageContainer string

@description('Resource id of the subnet of the app; empty for none.')
param subnetId string

@description('Where the vault is reached, with a slash at the end.')
param vaultUri string

@description('Secrets that the vault has beside DECISION-KEY and WEBHOOK-SECRETS.')
param secrets secretName[]

@description('Settings that are nobody\'s secret.')
param plain plainSettings

@description('Where telemetry is sent.')
param insightsConnectionString string

@description('Name of the task hub.')
param taskHub string

@description('Settings of what this deployment connects: the store, the cache, the recommender, the orchestrations.')
param features object

@description('Resource id of the workspace that takes the logs of the platform.')
param workspaceId string

@description('Whether the platform\'s own log of the functions goes to the workspace beside what the app sends; for finding out why an app does not start.')
param platformLogs bool

var groups = concat(
  alwaysReadyHttp > 0 ? [{ name: 'http', instanceCount: alwaysReadyHttp }] : [],
  alwaysReadyDurable > 0 ? [{ name: 'durable', instanceCount: alwaysReadyDurable }] : [],
  map(alwaysReadyTimers, timer => { name: 'function:${timer}', instanceCount: 1 })
)

// Without a version: what is rotated in the vault is in force within a day, or at the next restart.
var references = map(concat(['DECISION_KEY', 'WEBHOOK_SECRETS'], secrets), name => {
  name: name
  value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${replace(name, '_', '-')})'
})

var base = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.clientId
  AzureWebJobsStorage__blobServiceUri: hostStorage.blob
  AzureWebJobsStorage__queueServiceUri: hostStorage.queue
  AzureWebJobsStorage__tableServiceUri: hostStorage.table
  AZURE_CLIENT_ID: identity.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
  WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: usePlaceholder ? '1' : '0'
  AzureWebJobsDisableHomepage: 'true'
  TASKHUB_NAME: taskHub
  // The package is mounted read-only; what is kept here is a cache of the instance.
  DATA_DIR: '/tmp/personalization'
  PERSONALIZATION_CONFIG: 'config/personalization.yaml'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${suffix}'
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    clientAffinityEnabled: false
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      // Browsers are answered by the engine itself, by site key and origin (docs/browsers.md): no CORS of the platform's.
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstances
        alwaysReady: groups
        triggers: { http: { perInstanceConcurrency: requestsPerInstance } }
      }
      // Accepted by Azure, not yet known to the types.
      ...any({ siteUpdateStrategy: { type: updateStrategy } })
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(base, toObject(references, reference => reference.name, reference => reference.value), plain, features)
  }

  // Deployments come by Entra: no user and password opens the app's back door.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: platformLogs }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the app.')
output name string = site.name

@description('Resource id of the app.')
output id string = site.id

@description('Where the app is reached.')
output host string = site.properties.defaultHostName
