using PersonalizationEngine.Core.Rules.Conditions.Behaviour;

namespace PersonalizationEngine.Engine.Personalization.Playbooks;

/// <summary>Tells those who read people what the conditions in force ask about their acts.</summary>
public interface IAskedActs
{
    ActPatterns Acts { get; }
}
