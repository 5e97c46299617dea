// Who the parts of the system are to each other. AVM: managed-identity/user-assigned-identity 0.6.0.

@description('Where the identities are kept, as an Azure region.')
param location string

@description('What the names of the identities end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Whether Gorse runs here and needs an identity of its own.')
param withGorse bool

// The app's, not the site's: it outlives the site, and has its roles before the first instance starts.
resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-app-${suffix}'
  location: location
  tags: tags
}

// MySQL looks up who signs in with an identity of its own (docs/azure.md says what it may read in Entra).
resource mysql 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-mysql-${suffix}'
  location: location
  tags: tags
}

resource gorse 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (withGorse) {
  name: 'id-gorse-${suffix}'
  location: location
  tags: tags
}

@description('Resource id of the app\'s identity.')
output appId string = app.id

@description('Name of the app\'s identity; MySQL knows the app by it.')
output appName string = app.name

@description('Client id of the app\'s identity, as Azure.Identity wants it.')
output appClientId string = app.properties.clientId

@description('Object id of the app\'s identity, as role assignments and Redis want it.')
output appPrincipalId string = app.properties.principalId

@description('Resource id of the MySQL server\'s identity.')
output mysqlId string = mysql.id

@description('Resource id of Gorse\'s identity; empty without Gorse.')
output gorseId string = withGorse ? gorse.id : ''

@description('Object id of Gorse\'s identity; empty without Gorse.')
output gorsePrincipalId string = withGorse ? gorse!.properties.principalId : ''
