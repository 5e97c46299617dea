using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>On Azure nothing may be made up by one instance that the others have to know.</summary>
public sealed class KeysOnAzureTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Fact]
    public void Read_WithoutKeys_NamesEveryOneThatIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var fault = Assert.Throws<InvalidSettingsException>(() => Read(folder.FullName));

            Assert.Contains("DECISION_KEY: must be set on Azure", fault.Message, StringComparison.Ordinal);
            Assert.Contains("WEBHOOK_SECRETS: must be set on Azure", fault.Message, StringComparison.Ordinal);
            Assert.Empty(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Read_WithKeys_TouchesNoFolder() =>
        Assert.NotNull(Read("/dev/null/nowhere", ("DECISION_KEY", Key), ("WEBHOOK_TOKENS", "a-token-of-thirty-two-characters-or-more")));

    private static Credentials Read(string folder, params (string Name, string Value)[] settings) => Credentials.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("WEBSITE_SITE_NAME", "engine")).Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2))).Build(),
        folder);
}
