using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class SampleFunctions(Greeting greeting)
{
    [Function("Hello")]
    public IResult Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        Results.Text(greeting.For(name));

    [Function("Secret")]
    public static IResult Secret([HttpTrigger(AuthorizationLevel.Function, "get", Route = "secret")] HttpRequest request) =>
        Results.Text("open");

    /// <summary>Tells on standard output that it begins, then waits until a file is there.</summary>
    [Function("Slow")]
    public static async Task<IResult> Slow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request, string file)
    {
        Console.WriteLine("slow begins");
        while (!File.Exists(file)) await Task.Delay(TimeSpan.FromMilliseconds(20));
        Console.WriteLine("slow ends");
        return Results.Text("done");
    }

    /// <summary>Begins at once, and tells on standard output when it begins and ends.</summary>
    [Function("Tick")]
    public static async Task Tick([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, CancellationToken stop)
    {
        Console.WriteLine("tick begins");
        await Task.Delay(TimeSpan.FromSeconds(1), stop);
        Console.WriteLine("tick ends");
    }
}
