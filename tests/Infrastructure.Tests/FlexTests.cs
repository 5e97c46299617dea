using System.Reflection;
using System.Text.Json;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The plan, and what is always ready.</summary>
public sealed class FlexTests
{
    [Theory, InlineData("dev"), InlineData("prod"), InlineData("whole")]
    public void Plan_IsFlexConsumption(string environment)
    {
        var plan = Deployment.Of(environment).One("Microsoft.Web/serverfarms");

        Assert.Equal("FC1", plan.GetProperty("sku").GetProperty("name").GetString());
        Assert.True(plan.GetProperty("properties").GetProperty("reserved").GetBoolean());
        Assert.Equal(environment != "dev", plan.GetProperty("properties").GetProperty("zoneRedundant").GetBoolean());
    }

    /// <summary>Two in each group at least, where zones are spanned; of timers one is enough, since they run in one instance.</summary>
    [Theory, InlineData("dev", "", 64), InlineData("prod", "http=2 durable=2", 64), InlineData("whole", "http=3 durable=2 function:StartDeliveries=1", 32)]
    public void Scale_IsSetOnPurpose(string environment, string ready, int requests)
    {
        var config = Deployment.Of(environment).One("Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig");
        var scale = config.GetProperty("scaleAndConcurrency");

        Assert.Equal(ready, string.Join(' ', scale.GetProperty("alwaysReady").EnumerateArray()
            .Select(group => $"{group.GetProperty("name").GetString()}={group.GetProperty("instanceCount").GetInt32()}")));
        Assert.Equal(requests, scale.GetProperty("triggers").GetProperty("http").GetProperty("perInstanceConcurrency").GetInt32());
        Assert.Equal("dotnet-isolated", config.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", config.GetProperty("runtime").GetProperty("version").GetString());
    }

    [Fact]
    public void TimerNames_AreTheTimersOfTheCode()
    {
        var named = Template.All()[0].Json.GetProperty("definitions").EnumerateObject()
            .Single(type => type.Name.EndsWith("timerName", StringComparison.Ordinal)).Value.GetProperty("allowedValues").EnumerateArray().Select(value => value.GetString());
        var timers = typeof(SettingsCatalogue).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name == "TimerTriggerAttribute")))
            .Select(method => (string)method.GetCustomAttributesData().Single(data => data.AttributeType.Name == "FunctionAttribute").ConstructorArguments[0].Value!);

        Assert.Equal(timers.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HostJson_NamesWhatTheAppIsTold()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(House.At("host.storage.json")));
        var durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");

        Assert.Equal("%TASKHUB_NAME%", durable.GetProperty("hubName").GetString());
        var connection = durable.GetProperty("storageProvider").GetProperty("connectionName").GetString();
        Assert.Contains($"{connection}__blobServiceUri", Deployment.Of("prod").AppSettings().Keys);
    }
}
