// What wakes people up. The queries are infra/alerts/*.kql, each tried on recorded telemetry by tests; a row is an alert.
// AVM: insights/scheduled-query-rule 0.6.0, insights/metric-alert 0.4.1, insights/action-group 0.8.0.

@description('Where the log alerts are, as an Azure region.')
param location string

@description('What names end with.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Whether any alert fires; false turns all of them off at once.')
param enabled bool

@description('Who is told by e-mail.')
param emails string[]

@description('Resource id of the workspace.')
param workspaceId string

@description('Resource id of the MySQL server.')
param mysqlId string

@description('Most connections that the MySQL server takes.')
param mysqlMaxConnections int

@description('Whether there is a Redis.')
param withRedis bool

@description('Resource id of Redis; empty without it.')
param redisId string

@description('Memory of an instance of the app, in MB.')
param instanceMemoryMb int

// Severity 1: people are not served, or something is lost. 2: they are, but worse than they should be. 3: it will be so in days.
// name, severity, windowSize and frequency stand in the query files too; tests hold them equal.
var rules = [
  { name: 'decision-p99', severity: 2, window: 'PT10M', every: 'PT5M', query: loadTextContent('../../alerts/decision-p99.kql') }
  { name: 'error-share', severity: 1, window: 'PT10M', every: 'PT5M', query: loadTextContent('../../alerts/error-share.kql') }
  { name: 'degraded-share', severity: 2, window: 'PT10M', every: 'PT5M', query: loadTextContent('../../alerts/degraded-share.kql') }
  { name: 'timer-silence', severity: 1, window: 'P2D', every: 'PT5M', query: loadTextContent('../../alerts/timer-silence.kql') }
  { name: 'ingest-lag', severity: 2, window: 'PT15M', every: 'PT5M', query: loadTextContent('../../alerts/ingest-lag.kql') }
  { name: 'stuck-orchestrations', severity: 2, window: 'PT15M', every: 'PT5M', query: loadTextContent('../../alerts/stuck-orchestrations.kql') }
  { name: 'dead-letters', severity: 2, window: 'PT1H', every: 'PT5M', query: loadTextContent('../../alerts/dead-letters.kql') }
  { name: 'exposures-lost', severity: 1, window: 'PT15M', every: 'PT5M', query: loadTextContent('../../alerts/exposures-lost.kql') }
  { name: 'srm', severity: 2, window: 'PT30M', every: 'PT15M', query: loadTextContent('../../alerts/srm.kql') }
  { name: 'breakers', severity: 2, window: 'PT5M', every: 'PT5M', query: loadTextContent('../../alerts/breakers.kql') }
  {
    name: 'memory'
    severity: 2
    window: 'PT10M'
    every: 'PT5M'
    query: replace(loadTextContent('../../alerts/memory.kql'), 'instanceMegabytes = 2048', 'instanceMegabytes = ${instanceMemoryMb}')
  }
  { name: 'worker-exit', severity: 1, window: 'PT15M', every: 'PT5M', query: loadTextContent('../../alerts/worker-exit.kql') }
]

var ofMysql = [
  { name: 'mysql-storage', metric: 'storage_percent', threshold: 85, severity: 2, says: 'The disk of MySQL is more than 85 % full.' }
  { name: 'mysql-connections', metric: 'active_connections', threshold: mysqlMaxConnections * 8 / 10, severity: 2, says: 'MySQL has more than 80 % of the connections it takes.' }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'personalize'
    enabled: true
    emailReceivers: [
      for (email, index) in emails: { name: 'email-${index}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      // The first line of a query says what has happened.
      description: '${substring(split(rule.query, '\n')[0], 3)} Runbook: docs/runbooks/${rule.name}.md'
      severity: rule.severity
      enabled: enabled
      scopes: [workspaceId]
      windowSize: rule.window
      evaluationFrequency: rule.every
      autoMitigate: true
      // The tables are there only when the first telemetry has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource mysqlAlerts 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for rule in ofMysql: {
    name: 'alert-${rule.name}-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      description: '${rule.says} Runbook: docs/runbooks/${rule.name}.md'
      severity: rule.severity
      enabled: enabled
      scopes: [mysqlId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      targetResourceType: 'Microsoft.DBforMySQL/flexibleServers'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: rule.metric
            metricNamespace: 'Microsoft.DBforMySQL/flexibleServers'
            metricName: rule.metric
            operator: 'GreaterThan'
            threshold: rule.threshold
            timeAggregation: 'Average'
            criterionType: 'StaticThresholdCriterion'
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

resource redisMemory 'Microsoft.Insights/metricAlerts@2026-01-01' = if (withRedis) {
  name: 'alert-redis-memory-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Redis uses more than 80 % of its memory. Runbook: docs/runbooks/redis-memory.md'
    severity: 3
    enabled: enabled
    scopes: [redisId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    targetResourceType: 'Microsoft.Cache/redisEnterprise'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'usedmemorypercentage'
          metricNamespace: 'Microsoft.Cache/redisEnterprise'
          metricName: 'usedmemorypercentage'
          operator: 'GreaterThan'
          threshold: 80
          timeAggregation: 'Maximum'
          criterionType: 'StaticThresholdCriterion'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
