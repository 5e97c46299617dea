using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>experiments</c>.</summary>
/// <param name="SdkKeys">Client keys by which GrowthBook SDKs may read experiments and report exposures.</param>
/// <param name="TesterKeys">By which testers may ask for a variant.</param>
internal sealed record ExperimentSettings(GlobalHoldout Holdout, SenderKeys SdkKeys, SenderKeys TesterKeys)
{
    private const string SeedKey = "experiments:holdout_seed", SdkKeysKey = "experiments:sdk_keys", TesterKeysKey = "experiments:tester_keys";

    public static ExperimentSettings Read(SettingsReader reader)
    {
        var share = reader.Decimal("experiments:holdout", 0, 0, (decimal)GlobalHoldout.HighestShare);
        reader.Describe(SeedKey, GlobalHoldout.DefaultSeed, "", "any text; another one makes the group of other people");
        return new ExperimentSettings(
            new GlobalHoldout((double)share, reader.Text(SeedKey) ?? GlobalHoldout.DefaultSeed),
            ReadKeys(reader, SdkKeysKey, "none: no SDK is answered"),
            ReadKeys(reader, TesterKeysKey, "none: nobody may force a variant"));
    }

    private static SenderKeys ReadKeys(SettingsReader reader, string key, string fallback)
    {
        reader.Describe(key, fallback, "", $"a list of texts of {SenderKeys.ShortestKey} to {SenderKeys.LongestKey} characters");
        var keys = reader.Texts(key) ?? [];
        if (keys.Any(one => one.Length is < SenderKeys.ShortestKey or > SenderKeys.LongestKey))
            reader.Fault(key, $"must be texts of {SenderKeys.ShortestKey} to {SenderKeys.LongestKey} characters");
        return new SenderKeys(keys);
    }
}
