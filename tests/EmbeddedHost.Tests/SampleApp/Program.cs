using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<PassThrough>();
builder.Services.AddSingleton<Greeting>();
builder.Services.AddHostedService<StopWitness>();
await builder.Build().RunAsync();
