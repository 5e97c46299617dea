using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Brings a change of rules or experiments that was just written into force, here and in other processes.</summary>
public sealed class NewsOfPlaybook(PlaybookKeeper playbooks, INewsChannel others, TimeProvider time)
{
    public Task SpreadAsync()
    {
        others.Publish(new News(time.GetUtcNow()) { Playbook = true });
        return playbooks.TakeOverAsync();
    }
}
