// Every service of ours inside the network: its endpoint, and the name that leads there.
// AVM: network/private-endpoint 0.12.1, network/private-dns-zone.

@description('Where the endpoints are, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Resource id of the network.')
param networkId string

@description('Resource id of the subnet for endpoints.')
param subnetId string

@description('Resource id of the storage account of the host.')
param hostStorageId string

@description('Whether orchestrations live in a storage account.')
param withHub bool

@description('Resource id of the storage account of the orchestrations.')
param hubStorageId string

@description('Resource id of the vault.')
param vaultId string

@description('Resource id of the MySQL server.')
param mysqlId string

@description('Whether there is a Redis.')
param withRedis bool

@description('Resource id of Redis; empty without it.')
param redisId string

var storage = environment().suffixes.storage
var zoneOf = {
  blob: 'privatelink.blob.${storage}'
  queue: 'privatelink.queue.${storage}'
  table: 'privatelink.table.${storage}'
  vault: 'privatelink.vaultcore.azure.net'
  mysqlServer: 'privatelink.mysql.database.azure.com'
  redisEnterprise: 'privatelink.redis.azure.net'
}

// Flags are known before a deployment, ids only within it: conditions go by flags.
var services = [
  { name: 'host-blob', group: 'blob', id: hostStorageId, wanted: true }
  { name: 'host-queue', group: 'queue', id: hostStorageId, wanted: true }
  { name: 'host-table', group: 'table', id: hostStorageId, wanted: true }
  { name: 'hub-blob', group: 'blob', id: hubStorageId, wanted: withHub }
  { name: 'hub-queue', group: 'queue', id: hubStorageId, wanted: withHub }
  { name: 'hub-table', group: 'table', id: hubStorageId, wanted: withHub }
  { name: 'vault', group: 'vault', id: vaultId, wanted: true }
  { name: 'mysql', group: 'mysqlServer', id: mysqlId, wanted: true }
  { name: 'redis', group: 'redisEnterprise', id: redisId, wanted: withRedis }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneOf): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in items(zoneOf): {
    parent: zones[index]
    name: 'to-network'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for service in services: if (service.wanted) {
    name: 'pep-${service.name}-${suffix}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        {
          name: service.group
          properties: {
            #disable-next-line use-resource-id-functions // the ids are parameters, in a list
            privateLinkServiceId: service.id
            groupIds: [service.group]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (service, index) in services: if (service.wanted) {
    parent: endpoints[index]
    name: 'default'
    dependsOn: [zones, links]
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service.group
          properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneOf[service.group]) }
        }
      ]
    }
  }
]
