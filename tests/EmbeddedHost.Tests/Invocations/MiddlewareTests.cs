using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Tests.Invocations;

public sealed class MiddlewareTests
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task Invoke_SeveralSteps_RunInTheOrderOfRegistration()
    {
        await using var host = await StartAsync(builder => builder
            .UseMiddleware<Outer>()
            .UseWhen<Conditional>(context => context.FunctionDefinition.Name == "other")
            .UseMiddleware(async (_, next) =>
            {
                _journal.Lines.Add("inner in");
                await next();
                _journal.Lines.Add("inner out");
            })
            .UseWhen(context => context.FunctionDefinition.Name == "answer", (_, next) =>
            {
                _journal.Lines.Add("when");
                return next();
            }));

        await host.GetAsync("answer");
        Assert.Equal(["outer in", "inner in", "when", "function", "inner out", "outer out"], _journal.Lines);

        _journal.Lines.Clear();
        await host.GetAsync("other");
        Assert.Equal(["outer in", "conditional", "inner in", "inner out", "outer out"], _journal.Lines);
    }

    [Fact]
    public async Task Invoke_MiddlewareClass_IsMadeOnce()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware<Outer>());
        await host.GetAsync("answer");
        await host.GetAsync("other");
        Assert.Equal(1, _journal.OutersMade);
    }

    [Fact]
    public async Task Invoke_HeaderSetAfterNext_IsSentSinceTheResultRunsLater()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            Assert.False(context.GetHttpContext()!.Response.HasStarted);
            context.GetHttpContext()!.Response.Headers["x-after"] = context.InvocationId;
        }));
        using var response = await host.SendAsync("GET", "answer");
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-after").Single(), out _));
    }

    [Fact]
    public async Task Invoke_MiddlewareThatDoesNotGoOn_AnswersInsteadOfTheFunction()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(
            (context, _) => context.GetHttpContext()!.Response.WriteAsync("stopped")));
        Assert.Equal("stopped", await host.GetAsync("answer"));
        Assert.Empty(_journal.Lines);
    }

    [Fact]
    public async Task Invoke_Context_TellsFunctionAndCarriesItems()
    {
        FunctionContext? seen = null;
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            seen = context;
            context.Items["from"] = "middleware";
            return next();
        }));

        Assert.Equal("middleware", await host.GetAsync("items"));
        Assert.Equal("items", seen!.FunctionDefinition.Name);
        Assert.Equal(typeof(Functions).FullName + ".Items", seen.FunctionDefinition.EntryPoint);
        Assert.Equal(typeof(Functions).Assembly.Location, seen.FunctionDefinition.PathToAssembly);
        var trigger = Assert.Single(seen.FunctionDefinition.InputBindings);
        Assert.Equal(("request", "request", "httpTrigger"), (trigger.Key, trigger.Value.Name, trigger.Value.Type));
    }

    private Task<RunningHost> StartAsync(Action<IFunctionsWorkerApplicationBuilder> use) => RunningHost.StartAsync(new HostOptions
    {
        Types = [typeof(Functions)],
        Configure = builder =>
        {
            builder.Services.AddSingleton(_journal);
            use(builder);
        },
    });

    public sealed class Journal
    {
        public List<string> Lines { get; } = [];

        public int OutersMade { get; set; }
    }

    public sealed class Outer : IFunctionsWorkerMiddleware
    {
        private readonly Journal _journal;

        public Outer(Journal journal)
        {
            _journal = journal;
            _journal.OutersMade++;
        }

        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            _journal.Lines.Add("outer in");
            await next(context);
            _journal.Lines.Add("outer out");
        }
    }

    public sealed class Conditional(Journal journal) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Lines.Add("conditional");
            return next(context);
        }
    }

    public sealed class Functions(Journal journal)
    {
        [Function("answer")]
        public IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            journal.Lines.Add("function");
            return Results.Text("answer");
        }

        [Function("other")]
        public static void Other([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => _ = request;

        [Function("items")]
        public static IResult Items([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) =>
            Results.Text((string)context.Items["from"]);
    }
}
