using PersonalizationEngine.GorseServer;
using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Recommending;
using PersonalizationEngine.GorseServer.Requests;
using PersonalizationEngine.GorseServer.Routes;

var options = ServerOptions.Read(args);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
await using var app = builder.Build();

using var journal = options.DataFile is { } file ? new Journal(file) : null;
var database = new Database(journal);
var answers = new AnswerWriter(options);
var lists = new ItemLists(database, options, TimeProvider.System);

app.UseMiddleware<GoPaths>();
app.UseRouting();
app.UseMiddleware<FrontDoor>(options, database);
var api = app.MapGroup("/api");
HealthRoutes.Map(api, answers, options);
UserRoutes.Map(api, answers, database);
ItemRoutes.Map(api, answers, database, options);
FeedbackRoutes.Map(api, answers, database, options, TimeProvider.System);
RecommendRoutes.Map(api, answers, lists, new WriteBack(database, TimeProvider.System));
NeighbourRoutes.Map(api, answers, lists, options);
app.MapFallback(() => answers.Text(StatusCodes.Status404NotFound, "404: Page Not Found"));
await app.RunAsync();
