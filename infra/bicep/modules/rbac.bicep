// Every role anybody has here, and nothing else. Each on the one thing it is needed for.

@description('Object id of the app\'s identity.')
param appPrincipalId string

@description('Whether Gorse runs here.')
param withGorse bool

@description('Object id of Gorse\'s identity; empty without Gorse.')
param gorsePrincipalId string

@description('Object id of the Entra group that puts secrets into the vault; empty for nobody.')
param operatorsObjectId string

@description('Name of the host\'s storage account.')
param hostStorageName string

@description('Where orchestrations live.')
@allowed(['storage', 'scheduler'])
param durableBackend string

@description('Name of the orchestrations\' storage account, or of the scheduler.')
param durableName string

@description('Name of the vault.')
param vaultName string

@description('Name of Application Insights.')
param insightsName string

var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
}

var withStorage = durableBackend == 'storage'

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource hub 'Microsoft.Storage/storageAccounts@2025-01-01' existing = if (withStorage) {
  name: durableName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!withStorage) {
  name: durableName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName

  resource gorseApiKey 'secrets' existing = {
    name: 'GORSE-API-KEY'
  }

  resource gorseDataStore 'secrets' existing = {
    name: 'GORSE-DATA-STORE'
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Locks of timers, keys of functions and packages. The host asks for owner: it sets up its containers itself.
resource appOnHostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(host.id, appPrincipalId, roles.storageBlobDataOwner)
  scope: host
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

// Where the host writes what the portal shows of start-up failures.
resource appOnHostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(host.id, appPrincipalId, roles.storageTableDataContributor)
  scope: host
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
  }
}

resource appOnHub 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.storageBlobDataContributor, roles.storageQueueDataContributor, roles.storageTableDataContributor]: if (withStorage) {
    name: guid(hub.id, appPrincipalId, role)
    scope: hub
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnScheduler 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!withStorage) {
  name: guid(scheduler.id, appPrincipalId, roles.durableTaskDataContributor)
  scope: scheduler
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
  }
}

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource appOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

// Gorse reads its two secrets and no other: the key that seals decisions is none of its business.
resource gorseOnApiKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withGorse) {
  name: guid(vault::gorseApiKey.id, gorsePrincipalId, roles.keyVaultSecretsUser)
  scope: vault::gorseApiKey
  properties: {
    principalId: gorsePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource gorseOnDataStore 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withGorse) {
  name: guid(vault::gorseDataStore.id, gorsePrincipalId, roles.keyVaultSecretsUser)
  scope: vault::gorseDataStore
  properties: {
    principalId: gorsePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource operatorsOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsObjectId)) {
  name: guid(vault.id, operatorsObjectId, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: operatorsObjectId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}
