namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <param name="Sign"><c>+</c> for a line that came, <c>-</c> for one that went, a blank for one that stayed.</param>
public sealed record LineChange(char Sign, ShownLine Line);
