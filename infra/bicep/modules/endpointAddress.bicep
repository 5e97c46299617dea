// The address of a private endpoint whose service knows nothing of Azure's names.

@description('Name of the endpoint\'s network interface.')
param interfaceName string

resource interface 'Microsoft.Network/networkInterfaces@2024-07-01' existing = {
  name: interfaceName
}

@description('IPv4 address of the endpoint.')
output address string = interface.properties.ipConfigurations[0].properties.privateIPAddress
