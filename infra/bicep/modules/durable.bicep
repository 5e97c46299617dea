// Where orchestrations live: a storage account of their own, or the Durable Task Scheduler (no AVM module), for which the package
// is published with -p:DurableBackend=scheduler.

@description('Where it is, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Name of the storage account, where storage is the backend.')
param storageName string

@description('Tags of every resource.')
param tags object

@description('storage: Azure Storage, paid by transaction. scheduler: the Durable Task Scheduler, faster, with a dashboard.')
@allowed(['storage', 'scheduler'])
param backend string

@description('How copies of the storage account are kept.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string

@description('Consumption: paid by action, up to 500 a second. Dedicated: 2,000 actions a second for each unit.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string

@description('Units of a Dedicated scheduler; 3 make it highly available.')
@minValue(1)
@maxValue(3)
param schedulerUnits int

@description('Name of the task hub.')
param hubName string

@description('Client id of the app\'s identity.')
param appClientId string

@description('Whether the storage account answers only over private endpoints. The scheduler has none: it opens to identities alone.')
param private bool

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

var withStorage = backend == 'storage'

module storage 'storage.bicep' = if (withStorage) {
  name: 'durable-storage'
  params: {
    location: location
    name: storageName
    tags: tags
    sku: storageSku
    containers: []
    keepDeleted: false
    private: private
    workspaceId: workspaceId
  }
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = if (!withStorage) {
  name: 'dts-${suffix}'
  location: location
  tags: tags
  properties: {
    ipAllowlist: ['0.0.0.0/0']
    sku: union({ name: schedulerSku }, schedulerSku == 'Dedicated' ? { capacity: schedulerUnits } : {})
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = if (!withStorage) {
  parent: scheduler
  name: hubName
  properties: {}
}

@description('Resource id of the storage account, or of the scheduler.')
output id string = withStorage ? storage!.outputs.id : scheduler.id

@description('Name of the storage account, or of the scheduler.')
output name string = withStorage ? storage!.outputs.name : scheduler.name

@description('The app settings that lead to the backend.')
output settings object = withStorage
  ? {
      DurableStorage__blobServiceUri: storage!.outputs.endpoints.blob
      DurableStorage__queueServiceUri: storage!.outputs.endpoints.queue
      DurableStorage__tableServiceUri: storage!.outputs.endpoints.table
      DurableStorage__credential: 'managedidentity'
      DurableStorage__clientId: appClientId
    }
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.properties.endpoint};Authentication=ManagedIdentity;ClientID=${appClientId};TaskHub=${hubName}'
    }
