using System.Text.Json;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The private switch: what holds data answers inside the network, or everywhere to identities.</summary>
public sealed class NetworkTests
{
    private static readonly string[] Data =
        ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.DBforMySQL/flexibleServers", "Microsoft.Cache/redisEnterprise"];

    [Theory, InlineData("prod"), InlineData("whole")]
    public void Services_WhenPrivate_AreClosedToTheInternet(string environment)
    {
        var deployment = Deployment.Of(environment);

        Assert.All(Data, type => Assert.All(deployment.All(type), service => Assert.Equal("Disabled", Public(service))));
        Assert.All(Data, type => Assert.NotEmpty(deployment.All(type)));
        Assert.Empty(deployment.All("Microsoft.DBforMySQL/flexibleServers/firewallRules"));
    }

    [Fact]
    public void Endpoints_WhenPrivate_AreThereForEveryPart()
    {
        var groups = Deployment.Of("prod").All("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("groupIds")[0].GetString());

        Assert.Equal(
            ["blob", "blob", "mysqlServer", "queue", "queue", "redisEnterprise", "table", "table", "vault"], groups.Order(StringComparer.Ordinal));
        Assert.Equal(9, Deployment.Of("prod").All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count);
        Assert.Equal(6, Deployment.Of("prod").All("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
    }

    [Fact]
    public void Services_WhenNotPrivate_AreOpenToIdentities()
    {
        var dev = Deployment.Of("dev");

        Assert.Empty(dev.All("Microsoft.Network/virtualNetworks"));
        Assert.Empty(dev.All("Microsoft.Network/privateEndpoints"));
        Assert.All(dev.All("Microsoft.Storage/storageAccounts"), account => Assert.Equal("Enabled", Public(account)));
        Assert.Single(dev.All("Microsoft.DBforMySQL/flexibleServers/firewallRules"));
    }

    [Theory, InlineData("prod"), InlineData("whole")]
    public void App_WhenPrivate_StandsInADelegatedSubnet(string environment)
    {
        var deployment = Deployment.Of(environment);
        var subnets = deployment.One("Microsoft.Network/virtualNetworks").GetProperty("properties").GetProperty("subnets").EnumerateArray().ToArray();

        Assert.All(subnets, subnet => Assert.True(subnet.GetProperty("properties").TryGetProperty("networkSecurityGroup", out _)));
        Assert.Equal(["functions", "containers"], subnets.Where(subnet => subnet.GetProperty("properties").TryGetProperty("delegations", out var delegations)
            && delegations[0].GetProperty("properties").GetProperty("serviceName").GetString() == "Microsoft.App/environments").Select(subnet => subnet.GetProperty("name").GetString()));
        Assert.EndsWith("/subnets/functions", deployment.One("Microsoft.Web/sites").GetProperty("properties").GetProperty("virtualNetworkSubnetId").GetString(), StringComparison.Ordinal);
    }

    private static string? Public(JsonElement service)
    {
        var properties = service.GetProperty("properties");
        return (properties.TryGetProperty("network", out var network) ? network : properties).GetProperty("publicNetworkAccess").GetString();
    }
}
