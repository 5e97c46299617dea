using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The app is told what it reads, and reads what it is told.</summary>
public sealed class SettingsTests
{
    /// <summary>What the Functions platform, its extensions or Azure's libraries read, rather than the engine's own settings.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
        "DurableStorage__blobServiceUri", "DurableStorage__clientId", "DurableStorage__credential", "DurableStorage__queueServiceUri",
        "DurableStorage__tableServiceUri", "TASKHUB_NAME", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED",
    ];

    /// <summary>What the embedded host alone goes by: Azure has its own address, port, keys and log levels.</summary>
    private static readonly string[] OfTheEmbeddedHost = ["HOST_DEFAULT_KEY", "HOST_MASTER_KEY", "LOG_LEVEL", "METRICS_ENDPOINT", "SERVER_HOST", "SERVER_PORT"];

    private static readonly string[] Secret =
    [
        "CLICKHOUSE_URL", "DECISION_KEY", "DELIVERY_WEBHOOK_SECRETS", "EDITOR_KEYS", "FCM_CREDENTIALS", "GORSE_API_KEY", "MYSQL_URL",
        "OTEL_EXPORTER_OTLP_HEADERS", "PERSON_TOKEN_SECRETS", "PRIVACY_KEY", "SMTP_URL", "WEBHOOK_SECRETS", "WEBHOOK_TOKENS",
    ];

    [Fact]
    public void AppSettings_AreTheOnesTheCodeReads()
    {
        var read = SettingsCatalogue.Environment.Select(setting => setting.Name).Except(OfTheEmbeddedHost).Except(OfThePlatform);

        Assert.Equal(read.Order(StringComparer.Ordinal), Told().Except(OfThePlatform).Order(StringComparer.Ordinal));
        Assert.Empty(OfThePlatform.Except(Told()));
    }

    [Fact]
    public void SettingsThatMayBeGiven_AreAllTried()
    {
        var types = Template.All().Single(template => template.Name == "main").Json.GetProperty("definitions").EnumerateObject().ToDictionary(type => type.Name, type => type.Value);
        var secrets = types.Single(type => type.Key.EndsWith("secretName", StringComparison.Ordinal)).Value.GetProperty("allowedValues").EnumerateArray().Select(value => value.GetString()!);
        var plain = types.Single(type => type.Key.EndsWith("plainSettings", StringComparison.Ordinal)).Value.GetProperty("properties").EnumerateObject().Select(property => property.Name);

        Assert.Empty(secrets.Concat(plain).Except(Deployment.Of("whole").AppSettings().Keys));
    }

    [Theory, InlineData("dev"), InlineData("prod"), InlineData("whole")]
    public void Secrets_AreReferencesToTheVault(string environment)
    {
        var settings = Deployment.Of(environment).AppSettings();
        var referring = settings.Where(setting => setting.Value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal)).ToArray();

        Assert.All(referring, setting => Assert.Contains($"'{setting.Key.Replace('_', '-')}'", setting.Value, StringComparison.Ordinal));
        Assert.Equal(Secret.Intersect(settings.Keys).Order(StringComparer.Ordinal), referring.Select(setting => setting.Key).Order(StringComparer.Ordinal));
        Assert.Contains("DECISION_KEY", settings.Keys);
        Assert.DoesNotContain(settings, setting => setting.Value.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Flex Consumption refuses an app that has these.</summary>
    [Theory, InlineData("dev"), InlineData("prod"), InlineData("whole")]
    public void AppSettings_HaveNoneThatFlexRefuses(string environment) => Assert.Empty(Deployment.Of(environment).AppSettings().Keys.Intersect(
        ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTSHARE", "WEBSITE_TIME_ZONE", "TZ", "AzureWebJobsStorage"]));

    [Theory, InlineData("prod"), InlineData("whole")]
    public void Stores_AreSignedInToWithTokens(string environment)
    {
        var settings = Deployment.Of(environment).AppSettings();

        Assert.Contains("?auth=entra", settings["ENGINE_MYSQL_URL"], StringComparison.Ordinal);
        Assert.Contains("/id-app-", settings["REDIS_URL"], StringComparison.Ordinal);
        Assert.Contains("rediss://{0}@{1}:10000?auth=entra", settings["REDIS_URL"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Told() => Deployment.Of("dev").AppSettings().Keys
        .Concat(Deployment.Of("prod").AppSettings().Keys).Concat(Deployment.Of("whole").AppSettings().Keys).Distinct();
}
