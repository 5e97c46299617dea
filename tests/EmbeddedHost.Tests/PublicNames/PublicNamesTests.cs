using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.PublicNames;

/// <summary>The assembly declares only names that Azure's packages also define, with the same signatures.</summary>
public sealed class PublicNamesTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Committed = NotationFile.Read(CommittedText());

    /// <summary>The page tells of these without their members; their shape is that of the packages' sources.</summary>
    private static readonly string[] OnlyNamedOnThePage =
    [
        "namespace DurableTask.Core.Exceptions: class OrchestrationAlreadyExistsException : InvalidOperationException",
        "namespace Grpc.Core: class RpcException : Exception",
        "namespace Grpc.Core: enum StatusCode : Enum",
        "namespace Grpc.Core: struct Status : ValueType",
        "namespace Microsoft.DurableTask: abstract class DataConverter",
    ];

    [Fact]
    public void Assembly_AllPublicNames_AreTheCommittedOnes()
    {
        var declared = Notation.Of(typeof(FunctionContext).Assembly);
        Assert.Equal(Lines(Committed), Lines(declared));
    }

    [Fact]
    public void CommittedNames_EveryLine_StandsUnderTheSameTypeInTheSharedPage()
    {
        var shared = SharedFolder.Find("design/functions-api.md");
        Assert.SkipWhen(shared is null, $"functions-api.md is not there: set {SharedFolder.Variable} to the shared folder.");
        var page = NotationFile.Read(File.ReadAllText(shared));

        var unknown = Committed
            .Where(type => !page.ContainsKey(type.Key) && !IsOnlyNamedAsBase(type, page)
                && !OnlyNamedOnThePage.Contains(type.Key))
            .Select(type => type.Key)
            .Concat(Lines(Committed.Where(type => page.ContainsKey(type.Key)))
                .Except(Lines(page)));
        Assert.Empty(unknown);
    }

    /// <summary>The page names some types only as the base of another: such a base may be declared, without members.</summary>
    private static bool IsOnlyNamedAsBase(
        KeyValuePair<string, IReadOnlyList<string>> type, IReadOnlyDictionary<string, IReadOnlyList<string>> page)
    {
        var name = type.Key.Split(": ")[1].Trim().Split(' ')[^1];
        return type.Value.Count == 0 && page.Keys.Any(line => line.EndsWith($" : {name}", StringComparison.Ordinal));
    }

    private static SortedSet<string> Lines(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> types)
    {
        var lines = types.SelectMany(type => type.Value.Select(member => $"{type.Key} | {member}").Append(type.Key));
        return new SortedSet<string>(lines, StringComparer.Ordinal);
    }

    private static string CommittedText()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("public-names.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
