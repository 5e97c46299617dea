// Reads queries as Azure does, knowing the tables' columns: node kusto.cjs FOLDER_OF_THE_PACKAGE FILE... prints {"FILE": ["what is wrong"]}.
const fs = require('fs'), path = require('path');
const [folder, ...files] = process.argv.slice(2);
require(path.join(folder, 'bridge.min.js'));
require(path.join(folder, 'Kusto.Language.Bridge.min.js'));

const { Symbols, GlobalState, KustoCode } = Kusto.Language;
const common = 'TimeGenerated: datetime, ItemCount: int, Properties: dynamic, AppRoleInstance: string, AppRoleName: string';
const tables = {
  AppMetrics: `(${common}, Name: string, Sum: real, Min: real, Max: real)`,
  AppRequests: `(${common}, Name: string, DurationMs: real, ResultCode: string, Success: bool, OperationId: string)`,
  AppDependencies: `(${common}, Name: string, Target: string, DurationMs: real, ResultCode: string, Success: bool)`,
  AppTraces: `(${common}, Message: string, SeverityLevel: int)`,
  AppExceptions: `(${common}, ExceptionType: string, OuterMessage: string)`,
};
const database = new Symbols.DatabaseSymbol.ctor('workspace', Object.keys(tables).map(name => new Symbols.TableSymbol.$ctor7(name, tables[name])));
const state = GlobalState.Default.WithDatabase(database);

const found = {};
for (const file of files) {
  const diagnostics = KustoCode.ParseAndAnalyze(fs.readFileSync(file, 'utf8'), state).GetDiagnostics();
  found[path.basename(file)] = Array.from({ length: diagnostics.Count }, (_, at) => diagnostics.getItem(at).Message);
}
console.log(JSON.stringify(found));
