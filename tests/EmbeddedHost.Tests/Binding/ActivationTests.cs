using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Binding;

public sealed class ActivationTests
{
    [Fact]
    public async Task Get_ClassWithServices_IsMadeForEachInvocationInItsScope()
    {
        await using var host = await StartAsync();
        Assert.Equal("same scope, shared 1", await host.GetAsync("scoped"));
        Assert.Equal("same scope, shared 1", await host.GetAsync("scoped"));
    }

    [Fact]
    public async Task Get_DisposableClassAndService_AreDisposedAfterTheInvocation()
    {
        await using var host = await StartAsync();
        var journal = host.Services.GetRequiredService<Journal>();

        await host.GetAsync("disposable");
        await Eventually.TrueAsync(() => journal.Lines.Count == 3);

        Assert.Equal(["called", "class disposed", "service disposed"], journal.Lines);
    }

    private static Task<RunningHost> StartAsync() => RunningHost.StartAsync(new HostOptions
    {
        Types = [typeof(ScopedFunction), typeof(DisposableFunction)],
        Configure = builder => builder.Services.AddSingleton<Journal>().AddScoped<PerInvocation>(),
    });

    public sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    public sealed class PerInvocation(Journal journal) : IDisposable
    {
        public int Uses { get; set; }

        public void Dispose() => journal.Lines.Add("service disposed");
    }

    public sealed class ScopedFunction(PerInvocation own)
    {
        [Function("Scoped")]
        public IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "scoped")] HttpRequest request, FunctionContext context)
        {
            own.Uses++;
            var isSame = ReferenceEquals(own, context.InstanceServices.GetRequiredService<PerInvocation>())
                && ReferenceEquals(own, request.HttpContext.RequestServices.GetRequiredService<PerInvocation>());
            return Results.Text($"{(isSame ? "same" : "other")} scope, shared {own.Uses}");
        }
    }

    public sealed class DisposableFunction(Journal journal, PerInvocation own) : IAsyncDisposable
    {
        [Function("Disposable")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "disposable")] HttpRequest request)
        {
            own.Uses++;
            journal.Lines.Add("called");
        }

        public ValueTask DisposeAsync()
        {
            journal.Lines.Add("class disposed");
            return ValueTask.CompletedTask;
        }
    }
}
