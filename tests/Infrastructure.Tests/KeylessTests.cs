using System.Text.Json;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>Everything opens to identities and to nothing else, over TLS, in every environment.</summary>
public sealed class KeylessTests
{
    public static TheoryData<string> Environments => [.. Deployment.Names];

    [Theory, MemberData(nameof(Environments))]
    public void Storage_OpensToNoKey(string environment)
    {
        var accounts = Deployment.Of(environment).All("Microsoft.Storage/storageAccounts");

        Assert.Equal(environment == "whole" ? 1 : 2, accounts.Count);
        Assert.All(accounts, account =>
        {
            var properties = account.GetProperty("properties");
            Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.True(properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", Text(properties, "minimumTlsVersion"));
        });
    }

    [Theory, MemberData(nameof(Environments))]
    public void Telemetry_TakesNoKey(string environment)
    {
        var deployment = Deployment.Of(environment);

        Assert.True(deployment.One("Microsoft.Insights/components").GetProperty("properties").GetProperty("DisableLocalAuth").GetBoolean());
        Assert.True(deployment.One("Microsoft.OperationalInsights/workspaces").GetProperty("properties").GetProperty("features").GetProperty("disableLocalAuth").GetBoolean());
    }

    [Theory, MemberData(nameof(Environments))]
    public void MySql_TakesEntraTokensAlone(string environment)
    {
        var deployment = Deployment.Of(environment);
        var values = deployment.All("Microsoft.DBforMySQL/flexibleServers/configurations")
            .ToDictionary(setting => setting.GetProperty("name").GetString()!.Split('/')[1], setting => Text(setting.GetProperty("properties"), "value"));

        Assert.Equal("ON", values["aad_auth_only"]);
        Assert.Equal("ON", values["require_secure_transport"]);
        Assert.Equal("TLSv1.2,TLSv1.3", values["tls_version"]);
        var administrator = deployment.One("Microsoft.DBforMySQL/flexibleServers/administrators").GetProperty("properties");
        Assert.EndsWith(Text(administrator, "identityResourceId")!.Split('/')[^1], deployment.One("Microsoft.DBforMySQL/flexibleServers")
            .GetProperty("identity").GetProperty("userAssignedIdentities").EnumerateObject().Single().Name, StringComparison.Ordinal);
        Assert.Contains("/id-mysql-", Text(administrator, "identityResourceId"), StringComparison.Ordinal);
    }

    [Theory, InlineData("prod"), InlineData("whole")]
    public void Redis_TakesTheAppsTokenAlone(string environment)
    {
        var deployment = Deployment.Of(environment);
        var database = deployment.One("Microsoft.Cache/redisEnterprise/databases").GetProperty("properties");

        Assert.Equal("Disabled", Text(database, "accessKeysAuthentication"));
        Assert.Equal("Encrypted", Text(database, "clientProtocol"));
        Assert.Equal(10000, database.GetProperty("port").GetInt32());
        Assert.Equal("1.2", Text(deployment.One("Microsoft.Cache/redisEnterprise").GetProperty("properties"), "minimumTlsVersion"));
        Assert.Contains("/id-app-", deployment.One("Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments")
            .GetProperty("properties").GetProperty("user").GetProperty("objectId").GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Environments))]
    public void Vault_GoesByRolesAndForgetsNothing(string environment)
    {
        var vault = Deployment.Of(environment).One("Microsoft.KeyVault/vaults").GetProperty("properties");

        Assert.True(vault.GetProperty("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.GetProperty("enablePurgeProtection").GetBoolean());
        Assert.False(vault.TryGetProperty("accessPolicies", out _));
    }

    [Theory, MemberData(nameof(Environments))]
    public void App_IsItsIdentity(string environment)
    {
        var deployment = Deployment.Of(environment);
        var site = deployment.One("Microsoft.Web/sites");
        var (properties, identity) = (site.GetProperty("properties"), site.GetProperty("identity"));
        var own = Assert.Single(identity.GetProperty("userAssignedIdentities").EnumerateObject()).Name;

        Assert.Equal("UserAssigned", Text(identity, "type"));
        Assert.Equal(own, Text(properties, "keyVaultReferenceIdentity"));
        var authentication = properties.GetProperty("functionAppConfig").GetProperty("deployment").GetProperty("storage").GetProperty("authentication");
        Assert.Equal("UserAssignedIdentity", Text(authentication, "type"));
        Assert.Equal(own, Text(authentication, "userAssignedIdentityResourceId"));
        Assert.True(properties.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", Text(properties.GetProperty("siteConfig"), "minTlsVersion"));
        Assert.Equal("Disabled", Text(properties.GetProperty("siteConfig"), "ftpsState"));
        Assert.Equal(2, deployment.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Count(policy => !policy.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    [Fact]
    public void Gorse_SecretsAreOfTheVault()
    {
        var gorse = Deployment.Of("whole").One("Microsoft.App/containerApps").GetProperty("properties");
        var secrets = gorse.GetProperty("configuration").GetProperty("secrets").EnumerateArray().ToDictionary(secret => Text(secret, "name")!);

        Assert.All(["api-key", "data-store"], name => Assert.True(secrets[name].TryGetProperty("keyVaultUrl", out _)));
        Assert.Contains("@sha256:", gorse.GetProperty("template").GetProperty("containers")[0].GetProperty("image").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["/api/health/live", "/api/health/live", "/api/health/ready"],
            gorse.GetProperty("template").GetProperty("containers")[0].GetProperty("probes").EnumerateArray().Select(probe => Text(probe.GetProperty("httpGet"), "path")));
        Assert.True(Deployment.Of("whole").One("Microsoft.App/managedEnvironments").GetProperty("properties").GetProperty("vnetConfiguration").GetProperty("internal").GetBoolean());
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
