using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class ProbeInMemory(string name, bool isVital) : IHealthProbe
{
    public Disturbance Disturbance { get; } = new();

    public string Name => name;

    public bool IsVital => isVital;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return "works";
    }
}
