using System.Reflection;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Whatever changes something can be sent again, or docs/idempotency.md tells why it need not.</summary>
public sealed class IdempotencyTests
{
    private static readonly Assembly Functions = Assembly.Load("PersonalizationEngine.Functions");

    private static readonly JsonObject Document = JsonNode.Parse(ApiDocument.Write(Functions).Span)!.AsObject();

    private static readonly string Page = File.ReadAllText(Path.Combine(House.Root, "docs", "idempotency.md"));

    [Fact]
    public void Operations_ThatTakeAKey_SayTheParameterAndItsRefusals()
    {
        Assert.All(HttpOperation.All(Functions), operation =>
        {
            var written = Document["paths"]![operation.Path]![operation.HttpMethod]!;
            var key = (written["parameters"]?.AsArray() ?? []).SingleOrDefault(parameter => (string?)parameter!["name"] == "Idempotency-Key");
            Assert.True(KeyedFunctions.Takes(operation) == key is not null, operation.Name);
            if (key is null) return;
            Assert.Equal((1, 255), ((int)key["schema"]!["minLength"]!, (int)key["schema"]!["maxLength"]!));
            Assert.All(["400", "409", "422"], status => Assert.NotNull(written["responses"]![status]));
        });
    }

    [Fact]
    public void Functions_ThatTakeNoKey_AreOnThePageWithTheReason()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith('|')).ToList();
        Assert.All(
            HttpOperation.All(Functions).Where(operation => operation.HttpMethod is not ("get" or "head") && !KeyedFunctions.Takes(operation)),
            operation => Assert.Contains(
                rows, row => row.Contains($"`{operation.Name}`", StringComparison.Ordinal)
                    && row.EndsWith($"| {operation.Function.GetCustomAttribute<WithoutIdempotencyKeyAttribute>()!.Because} |", StringComparison.Ordinal)));
    }

    /// <summary>Where nothing stands before a function that proves who asks, nobody's key could be told from another's.</summary>
    [Fact]
    public void Functions_OfAnybody_TakeAKeyOnlyBehindTheGateOfSites() =>
        Assert.Equal(
            ["SiteDismissInboxMessage", "SiteLogVisitorIn", "SiteReadAllInboxMessages", "SiteReadInboxMessage", "SiteRecordEvents", "SiteRemovePushToken", "SiteSavePushToken"],
            HttpOperation.All(Functions)
                .Where(operation => operation.Level == Microsoft.Azure.Functions.Worker.AuthorizationLevel.Anonymous && KeyedFunctions.Takes(operation))
                .Select(operation => operation.Name).Order(StringComparer.Ordinal));
}
