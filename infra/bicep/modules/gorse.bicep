// Gorse, one node, reachable from the network alone. AVM: app/managed-environment 0.15.0, app/container-app 0.23.0.
// It knows no Entra: its database and its API key are secrets of the vault, which it reads with its own identity.

@description('Where Gorse is, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('The image, pinned by its digest: registry/name@sha256:64 hex digits.')
param image string

@description('Processor of the one replica, in tenths of a core.')
@allowed([5, 10, 20, 40])
param tenthsOfCore int

@description('Resource id of Gorse\'s identity.')
param identityId string

@description('Where the vault is reached, with a slash at the end. It has GORSE-API-KEY and GORSE-DATA-STORE.')
param vaultUri string

@description('Resource id of the network.')
param networkId string

@description('Resource id of the subnet for containers.')
param subnetId string

@description('Whether the environment spans zones. Can only be chosen when it is made.')
param zoneRedundant bool

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

var pinned = contains(image, '@sha256:') ? image : fail('gorseImage has to be pinned by its digest: registry/name@sha256:...')

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: 'cae-${suffix}'
  location: location
  tags: tags
  properties: {
    zoneRedundant: zoneRedundant
    publicNetworkAccess: 'Disabled'
    vnetConfiguration: { internal: true, infrastructureSubnetId: subnetId }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    // To the workspace by diagnostic settings: the other way needs the workspace's key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    peerAuthentication: { mtls: { enabled: false } }
  }
}

#disable-next-line use-recent-api-versions // the only version that is not of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

resource gorse 'Microsoft.App/containerApps@2025-07-01' = {
  name: 'ca-gorse-${suffix}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // External to the environment, which itself is internal: reachable from the network, not from the internet.
      ingress: { external: true, targetPort: 8088, transport: 'http', allowInsecure: false }
      secrets: [
        { name: 'api-key', keyVaultUrl: '${vaultUri}secrets/GORSE-API-KEY', identity: identityId }
        { name: 'data-store', keyVaultUrl: '${vaultUri}secrets/GORSE-DATA-STORE', identity: identityId }
        #disable-next-line use-secure-value-for-secure-inputs // a secret is how a container app takes a file; it has no password in use
        { name: 'config', value: loadTextContent('../../../deploy/compose/gorse.toml') }
      ]
    }
    template: {
      containers: [
        {
          name: 'gorse'
          image: pinned
          args: ['-c', '/etc/gorse/config.toml']
          env: [
            { name: 'GORSE_SERVER_API_KEY', secretRef: 'api-key' }
            { name: 'GORSE_DATA_STORE', secretRef: 'data-store' }
            { name: 'GORSE_CACHE_STORE', secretRef: 'data-store' }
          ]
          resources: { cpu: json('${tenthsOfCore / 10}.${tenthsOfCore % 10}'), memory: '${tenthsOfCore * 2 / 10}Gi' }
          volumeMounts: [{ volumeName: 'config', mountPath: '/etc/gorse' }]
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/api/health/live', port: 8088 }
              periodSeconds: 5
              failureThreshold: 24
            }
            {
              type: 'Liveness'
              httpGet: { path: '/api/health/live', port: 8088 }
              periodSeconds: 10
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: { path: '/api/health/ready', port: 8088 }
              periodSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      volumes: [
        { name: 'config', storageType: 'Secret', secrets: [{ secretRef: 'config', path: 'config.toml' }] }
      ]
      // One node does all of it; two would train against each other.
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

module names 'privateName.bicep' = {
  name: 'gorse-name'
  params: {
    zone: environment.properties.defaultDomain
    record: '*'
    address: environment.properties.staticIp
    networkId: networkId
    tags: tags
  }
}

@description('Where the engine reaches Gorse: its GORSE_URL.')
output url string = 'https://${gorse.properties.configuration.ingress.fqdn}'
