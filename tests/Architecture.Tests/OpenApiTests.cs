using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The OpenAPI document tells of every HTTP function, and of each all that a client needs.</summary>
public sealed partial class OpenApiTests
{
    private const string How = "docs/openapi.md tells how a function is described";

    private static readonly Assembly Functions = Assembly.Load("PersonalizationEngine.Functions");

    private static readonly JsonObject Document = JsonNode.Parse(ApiDocument.Write(Functions).Span)!.AsObject();

    /// <summary>Read off the attributes by another way than the document's.</summary>
    private static readonly List<(string Function, string Address, MethodInfo Method, HttpTriggerAttribute Trigger)> Routes =
    [
        .. from type in Functions.GetTypes()
           from method in type.GetMethods()
           let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
           where name is not null
           from parameter in method.GetParameters()
           from trigger in parameter.GetCustomAttributes<HttpTriggerAttribute>()
           // Pages are for people.
           where trigger.Route!.Split('/')[0] != "dashboard"
           // Preflight requests of browsers are no operations.
           from verb in trigger.Methods!.Where(verb => verb != "options")
           select (name, $"{verb} /{Constraint().Replace(trigger.Route!, "}")}", method, trigger),
    ];

    private static IEnumerable<(string Address, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!.AsObject());

    [Fact]
    public void Document_Operations_AreTheHttpFunctionsAndNothingElse() =>
        Assert.Equal(Routes.Select(route => route.Address).Order(StringComparer.Ordinal), Operations.Select(operation => operation.Address).Order(StringComparer.Ordinal));

    [Fact]
    public void Functions_All_SayWhatTheyAnswerAskAndAre()
    {
        List<string> missing = [];
        foreach (var (function, address, method, trigger) in Routes)
        {
            if (!method.GetCustomAttributes<AnswersAttribute>().Any()) missing.Add($"{function}: no [Answers(200, typeof(…))]");
            if (trigger.Methods!.Any(verb => verb is "put" or "post" or "patch") && method.GetCustomAttribute<AsksAttribute>() is null && method.GetCustomAttribute<AsksNothingAttribute>() is null)
                missing.Add($"{function}: no [Asks(\"…\")], a file of src/Functions/OpenApi/Schemas, and no [AsksNothing]");
            if (Operations.FirstOrDefault(one => one.Address == address).Operation?["summary"] is null)
                missing.Add($"{function}: no <summary> on {method.DeclaringType!.Name}.{method.Name}");
        }

        Assert.True(missing.Count == 0, $"{How}:\n{string.Join('\n', missing)}");
    }

    /// <summary>A parameter that a source file reads by name is one that some function of the document has.</summary>
    [Fact]
    public void QueryParameters_ReadAnywhere_AreDescribed()
    {
        var described = Operations.SelectMany(one => one.Operation["parameters"]?.AsArray() ?? []).Select(parameter => (string)parameter!["name"]!).ToHashSet();
        var read = House.SourceFiles.Where(file => House.Relative(file).StartsWith("src/Functions", StringComparison.Ordinal))
            .SelectMany(file => Read().Matches(File.ReadAllText(file)).Select(match => (Name: match.Groups[1].Value, File: House.Relative(file))))
            // Names of faults in the path are those of the API's fields, which documents spell otherwise.
            .Where(one => !described.Contains(one.Name) && !described.Contains(CamelCase(one.Name))).Select(one => $"{one.File}: no [QueryParameter(\"{one.Name}\", …)]");

        Assert.True(!read.Any(), $"{How}:\n{string.Join('\n', read)}");
    }

    [Fact]
    public void Document_OperationIds_AreUniqueAndGoodNames()
    {
        var ids = Operations.Select(operation => (string)operation.Operation["operationId"]!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][A-Za-z0-9]+$", id));
    }

    [Fact]
    public void Document_Security_IsTheLevelOfTheFunction()
    {
        Assert.All(Routes, route =>
        {
            var schemes = Operations.Single(one => one.Address == route.Address).Operation["security"]!.AsArray().SelectMany(one => one!.AsObject().Select(scheme => scheme.Key));
            Assert.Equal(
                route.Trigger.AuthLevel switch { AuthorizationLevel.Anonymous => null, AuthorizationLevel.Function => "functionKey", _ => "masterKey" },
                schemes.FirstOrDefault(scheme => scheme.EndsWith("Key", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Problems_EveryKind_IsListedByItsType()
    {
        var types = Document["components"]!["schemas"]!["Problem"]!["properties"]!["type"]!["enum"]!.AsArray().Select(type => (string)type!);
        var kinds = typeof(ProblemKind).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<ProblemKind>();

        Assert.Empty(kinds.Select(kind => kind.Type).Except(types));
    }

    [GeneratedRegex(@":[^/]*\}(?=/|$)")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"query\.(?:Text|Integer|Flag|OneOf|Decimal|List|Json|Instant)\(""([a-z_]+)""")]
    private static partial Regex Read();

    private static string CamelCase(string name) => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
