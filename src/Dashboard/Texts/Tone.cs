namespace PersonalizationEngine.Dashboard.Texts;

/// <summary>How something is meant. Never told by colour alone: the words say it, too.</summary>
public enum Tone
{
    Plain,
    Good,
    Warn,
    Bad,
    Info,
}
