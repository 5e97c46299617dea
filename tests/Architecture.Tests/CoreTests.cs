using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Core decides; it reads nothing, waits for nothing and knows no clock.</summary>
public sealed class CoreTests
{
    private static readonly System.Reflection.Assembly Core = typeof(LeadScorer).Assembly;

    [Fact]
    public void Core_Packages_AreNone() => Assert.Empty(House.PackageReferences("Core"));

    [Fact]
    public void Core_ReferencedAssemblies_AreOfTheRuntimeAndDoNoInputOrOutput()
    {
        string[] forbidden = ["System.Net", "System.IO.FileSystem", "System.Data", "Microsoft.Extensions", "Microsoft.AspNetCore"];
        var offenders = Core.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || forbidden.Any(name.StartsWith));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Core_Methods_AreNotAsync()
    {
        var offenders = Core.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType}.{method.Name}");

        Assert.Empty(offenders);
    }
}
