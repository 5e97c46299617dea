// The network that the app and Gorse stand in, and the way out. AVM: network/virtual-network, network/nat-gateway.

@description('Where the network is, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Addresses of the network, a /16 to /24 in CIDR notation; three subnets of 64 addresses are cut from it.')
param addressPrefix string

@description('Whether what goes out has one fixed address, as allow-lists outside want it. Costs about 35 USD a month.')
param fixedOutboundAddress bool

var outboundNat = fixedOutboundAddress ? { natGateway: { id: nat.id } } : {}

// Nothing from the internet comes in: rules without names of our own are the platform's, which let the network talk with itself.
resource closed 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: 'nsg-${suffix}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'DenyInternetInbound'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource outbound 'Microsoft.Network/publicIPAddresses@2024-07-01' = if (fixedOutboundAddress) {
  name: 'pip-${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource nat 'Microsoft.Network/natGateways@2024-07-01' = if (fixedOutboundAddress) {
  name: 'ng-${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: {
    idleTimeoutInMinutes: 4
    publicIpAddresses: [{ id: outbound.id }]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        // Flex Consumption: Microsoft.App, whatever its name says, and no underscore in the name of the subnet.
        name: 'functions'
        properties: union(
          {
            addressPrefix: cidrSubnet(addressPrefix, 26, 0)
            networkSecurityGroup: { id: closed.id }
            defaultOutboundAccess: true
            delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
          },
          outboundNat
        )
      }
      {
        name: 'containers'
        properties: union(
          {
            addressPrefix: cidrSubnet(addressPrefix, 26, 1)
            networkSecurityGroup: { id: closed.id }
            defaultOutboundAccess: true
            delegations: [{ name: 'containers', properties: { serviceName: 'Microsoft.App/environments' } }]
          },
          outboundNat
        )
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 2)
          networkSecurityGroup: { id: closed.id }
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}

@description('Resource id of the network.')
output id string = network.id

@description('Subnet of the app.')
output functionsSubnetId string = '${network.id}/subnets/functions'

@description('Subnet of Gorse.')
output containersSubnetId string = '${network.id}/subnets/containers'

@description('Subnet of the private endpoints.')
output endpointsSubnetId string = '${network.id}/subnets/endpoints'

@description('The fixed address of what goes out; empty without one.')
output outboundAddress string = fixedOutboundAddress ? outbound!.properties.ipAddress : ''
