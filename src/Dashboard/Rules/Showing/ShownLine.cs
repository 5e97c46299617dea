namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <param name="Depth">How far in, from 0.</param>
public sealed record ShownLine(int Depth, string Text);
