using System.CommandLine;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>An option that takes a whole number within bounds.</summary>
internal static class NumberOption
{
    public static Option<int> Create(string name, string description, int initial, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => initial };
        option.Validators.Add(result =>
        {
            // reading the value of a token that is no number would throw; that mistake is told by the parser already
            if (result.Errors.Any() || result.Tokens.Any(token => !int.TryParse(token.Value, out _))) return;
            var value = result.GetValueOrDefault<int>();
            if (value < least || value > most) result.AddError($"{name} must be between {least} and {most}.");
        });
        return option;
    }
}
