using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>What Durable Functions' analyzers (DURABLE0001 to 0011, 2001 to 2004) refuse, and would only in the azure build.</summary>
public sealed partial class OrchestratorTests
{
    private static readonly Assembly App = Assembly.Load("PersonalizationEngine.Functions");

    private static readonly IReadOnlyList<MethodInfo> Methods =
    [
        .. App.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. House.SourceFiles.Where(file => file.Contains($"{Path.DirectorySeparatorChar}Functions{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(text => text.Contains("[OrchestrationTrigger]", StringComparison.Ordinal)),
    ];

    /// <summary>A replay must do again what was done before: no clock, chance, waiting, threads, I/O or environment of the process.</summary>
    [Fact]
    public void Files_OfOrchestrators_HoldNothingThatAReplayCannotRepeat()
    {
        Assert.NotEmpty(Sources);
        Assert.All(Sources, source => Assert.DoesNotMatch(Forbidden(), source));
    }

    /// <summary>DURABLE0011.</summary>
    [Fact]
    public void Loops_WithoutAnEnd_BeginAnew() => Assert.All(
        Sources.Where(source => source.Contains("while (true)", StringComparison.Ordinal)),
        source => Assert.Contains("ContinueAsNew", source, StringComparison.Ordinal));

    /// <summary>Dependencies of an instance are there at a replay too, so that nothing of the outside can be reached by them.</summary>
    [Fact]
    public void Classes_OfOrchestrators_AreGivenNothing() => Assert.All(
        Orchestrators(), method => Assert.True(method.IsStatic || method.DeclaringType!.GetConstructors().All(one => one.GetParameters().Length == 0), method.Name));

    /// <summary>DURABLE2003 and 2004: starting what does not exist succeeds, and fails when it runs.</summary>
    [Fact]
    public void Names_ThatOrchestratorsCall_AreThoseOfFunctions()
    {
        var functions = Methods.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).ToHashSet(StringComparer.Ordinal);
        var called = Sources.SelectMany(source => Call().Matches(source)).Select(match => match.Groups["name"].Value).Distinct().ToList();

        Assert.NotEmpty(called);
        Assert.All(called, name =>
        {
            var parts = name.Split('.');
            Assert.True(parts.Length == 2, $"{name} is not a constant of a class of names");
            var holder = App.GetTypes().Single(type => type.Name == parts[0]);
            var field = holder.GetField(parts[1], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static);
            Assert.Contains((string)field!.GetRawConstantValue()!, functions);
        });
    }

    private static IEnumerable<MethodInfo> Orchestrators() =>
        Methods.Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(TaskOrchestrationContext)));

    [GeneratedRegex(
        @"DateTime(Offset)?\.(UtcNow|Now|Today)|TimeProvider|Stopwatch|Guid\.(NewGuid|CreateVersion7)|\bRandom\b|Task\.(Delay|Run|Factory)|Thread\.|Environment\.|ConfigureAwait|HttpClient|File\.|CancellationToken\b(?!\.None)|\bILogger\b")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"Call(Activity|SubOrchestrator)Async(<[^(]+>)?\(\s*(?<name>[\w.]+)")]
    private static partial Regex Call();
}
