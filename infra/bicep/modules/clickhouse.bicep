// ClickHouse is somebody else's service: its address with the password is the secret CLICKHOUSE-URL of the vault, and this is
// the private way to it, where its plan has one. AVM: network/private-endpoint 0.12.1.

@description('Where the endpoint is, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Resource id of ClickHouse\'s private link service, as its console shows it.')
param privateLinkServiceId string

@description('Host name that leads to the endpoint, as in abc123.germanywestcentral.privatelink.azure.clickhouse.cloud: the host of CLICKHOUSE-URL.')
param privateHost string

@description('Resource id of the network.')
param networkId string

@description('Resource id of the subnet for endpoints.')
param subnetId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: 'pep-clickhouse-${suffix}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    // Somebody at the other end has to accept it.
    manualPrivateLinkServiceConnections: [
      { name: 'clickhouse', properties: { privateLinkServiceId: privateLinkServiceId, requestMessage: 'Personalization engine' } }
    ]
  }
}

module address 'endpointAddress.bicep' = {
  name: 'clickhouse-address'
  params: { interfaceName: last(split(endpoint.properties.networkInterfaces[0].id, '/')) }
}

module names 'privateName.bicep' = {
  name: 'clickhouse-name'
  params: {
    zone: join(skip(split(privateHost, '.'), 1), '.')
    record: split(privateHost, '.')[0]
    address: address.outputs.address
    networkId: networkId
    tags: tags
  }
}
