// The vault for what cannot be an identity: keys the engine signs with, and passwords of systems outside Azure.
// Nothing is written here by a deployment: people put secrets in (docs/deploy.md). AVM: key-vault/vault 0.14.0.

@description('Where the vault is, as an Azure region.')
param location string

@description('Name of the vault: 3 to 24 letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('Tags of every resource.')
param tags object

@description('Whether the vault answers only over private endpoints.')
param private bool

@description('Resource id of the workspace that takes the log of who read what.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // DECISION_KEY and PRIVACY_KEY cannot be made anew: what is deleted can be brought back for 90 days.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the vault.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Where the vault is reached, with a slash at the end.')
output uri string = vault.properties.vaultUri
