using System.Text.Json;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>Who may do what: these roles, on these things, and no others.</summary>
public sealed class RoleTests
{
    private const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        QueueContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88", TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        DurableTaskContributor = "0ad04412-c4d5-4796-b79c-f76d14c8d402", MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb",
        SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6", SecretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";

    private static readonly string[] App =
    [
        $"app may {BlobOwner} on storageAccounts/sthost", $"app may {TableContributor} on storageAccounts/sthost",
        $"app may {MetricsPublisher} on components/appi", $"app may {SecretsUser} on vaults/kv",
    ];

    private static readonly string[] Hub =
    [
        $"app may {BlobContributor} on storageAccounts/sthub", $"app may {QueueContributor} on storageAccounts/sthub",
        $"app may {TableContributor} on storageAccounts/sthub",
    ];

    private static readonly string[] People = [$"operators may {SecretsOfficer} on vaults/kv"];

    [Theory, InlineData("dev"), InlineData("prod")]
    public void Assignments_WithStorage_AreTheNeededOnes(string environment) => Assert.Equal([.. App.Concat(Hub).Concat(People).Order(StringComparer.Ordinal)], Granted(environment));

    [Fact]
    public void Assignments_WithEverything_AreTheNeededOnes()
    {
        string[] more =
        [
            $"app may {DurableTaskContributor} on schedulers/dts", $"gorse may {SecretsUser} on secrets/GORSE-API-KEY",
            $"gorse may {SecretsUser} on secrets/GORSE-DATA-STORE",
        ];

        Assert.Equal([.. App.Concat(more).Concat(People).Order(StringComparer.Ordinal)], Granted("whole"));
    }

    [Fact]
    public void Assignments_StandInOneFile() => Assert.Equal(["rbac"], Template.All()
        .Where(template => template.Resources.Any(IsAssignment)).Select(template => template.Name));

    /// <summary>Named after scope, principal and role, a deployment that is done again changes nothing.</summary>
    [Fact]
    public void Assignments_AreNamedByWhatTheyAre() => Assert.All(
        Template.All().Single(template => template.Name == "rbac").Resources.Where(IsAssignment),
        assignment =>
        {
            var name = assignment.GetProperty("name").GetString()!;
            Assert.StartsWith("[guid(", name, StringComparison.Ordinal);
            Assert.Contains("esourceId(", name, StringComparison.Ordinal);
            Assert.Matches("(PrincipalId|operatorsObjectId)'\\)", name);
            Assert.Matches("variables\\('roles'\\)|createArray|copyIndex", name);
            Assert.True(assignment.TryGetProperty("scope", out _), name);
            Assert.True(assignment.GetProperty("properties").TryGetProperty("principalType", out _), name);
        });

    private static bool IsAssignment(JsonElement resource) => resource.GetProperty("type").GetString() == "Microsoft.Authorization/roleAssignments";

    /// <summary>In words: who, the role's id, and the type and name of the one thing, without what makes the name unique.</summary>
    private static string[] Granted(string environment) => [.. Deployment.Of(environment).All("Microsoft.Authorization/roleAssignments")
        .Select(assignment =>
        {
            var properties = assignment.GetProperty("properties");
            var principal = properties.GetProperty("principalId").GetString()!;
            var who = principal.Contains("/id-app-", StringComparison.Ordinal) ? "app" : principal.Contains("/id-gorse-", StringComparison.Ordinal) ? "gorse" : "operators";
            var scope = assignment.GetProperty("id").GetString()!.Replace("[extensionResourceId('", "", StringComparison.Ordinal)
                .Split("', 'Microsoft.Authorization", StringSplitOptions.None)[0].Split("/providers/Microsoft.Authorization")[0].Split('/');
            var name = scope[^2] == "secrets" ? scope[^1] : scope[^2] == "storageAccounts" ? scope[^1][..(scope[^1].StartsWith("sthub", StringComparison.Ordinal) ? 5 : 6)] : scope[^1].Split('-')[0];
            return $"{who} may {properties.GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]} on {scope[^2]}/{name}";
        }).Order(StringComparer.Ordinal)];
}
