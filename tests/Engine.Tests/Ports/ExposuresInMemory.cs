using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Keeps everything it is given, in order and repeated or not, so that tests see what was sent.</summary>
internal sealed class ExposuresInMemory : IExposureStore
{
    private readonly Lock _writing = new();
    private readonly List<int> _batches = [];
    private readonly List<Exposure> _exposures = [];
    private readonly List<MessageRequest> _messages = [];

    public Disturbance Disturbance { get; } = new();

    public IReadOnlyList<int> Batches => Copy(_batches);

    public IReadOnlyList<Exposure> Exposures => Copy(_exposures);

    public IReadOnlyList<MessageRequest> Messages => Copy(_messages);

    public async Task<IReadOnlySet<string>> SaveAsync(IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest> messages, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        lock (_writing)
        {
            _batches.Add(exposures.Count + messages.Count);
            _exposures.AddRange(exposures);
            _messages.AddRange(messages);
        }

        return new HashSet<string>();
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_writing) return [.. list];
    }
}
