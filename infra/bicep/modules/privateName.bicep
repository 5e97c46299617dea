// A name that only this network knows. Its own file, since a zone can be named after what a deployment has just made only there.

@description('The zone, as in abc.region.azurecontainerapps.io.')
param zone string

@description('The name in the zone; * for all.')
param record string

@description('The IPv4 address it leads to.')
param address string

@description('Resource id of the network that knows it.')
param networkId string

@description('Tags of every resource.')
param tags object

resource dns 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zone
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'to-network'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }

  resource entry 'A' = {
    name: record
    properties: { ttl: 300, aRecords: [{ ipv4Address: address }] }
  }
}
