// Answers GET /answer with the bytes of a file, and does nothing else: no routing of ours, no middleware, no logging.
var bytes = await File.ReadAllBytesAsync(args[0]);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(args[1]);
var app = builder.Build();
app.MapGet("/answer", async context =>
{
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = bytes.Length;
    await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
});
await app.RunAsync();
