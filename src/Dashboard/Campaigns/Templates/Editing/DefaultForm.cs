namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <param name="Name">Of a variable, in full.</param>
/// <param name="AsText">What looks like a number, true or false is a text.</param>
public sealed record DefaultForm(string Name, string Value, bool AsText);
