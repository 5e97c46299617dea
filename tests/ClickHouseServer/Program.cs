using System.Net;
using PersonalizationEngine.ClickHouseServer;

// Arguments: --library <libchdb.so> --data <folder> --port <port> [--password <password>]
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var settings = builder.Configuration;
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, settings.GetValue<int>("port"));
    kestrel.Limits.MaxRequestBodySize = null;
    kestrel.Limits.MaxRequestLineSize = 1 << 20;
    kestrel.Limits.MaxRequestBufferSize = 1 << 21;
});

NativeEngine.Load(Required("library"));
using var engine = new Engine(Required("data"));
var queries = new QueryEndpoint(engine, new Door(settings["password"] ?? ""));

var app = builder.Build();
app.MapGet("/ping", () => "Ok.\n");
app.MapMethods("/", ["GET", "POST"], queries.AnswerAsync);
await app.RunAsync();

string Required(string name) => settings[name] ?? throw new ArgumentException($"--{name} is required.");
