using PersonalizationEngine.Adapters.ClickHouse.Rybbit;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.ClickHouse;

internal sealed class ClickHouseHealth(RybbitProbe probe) : IHealthProbe
{
    public string Name => "clickhouse";

    public bool IsVital => false;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken) => $"rybbit v{(await probe.ProbeAsync(cancellationToken)).Generation}";
}
