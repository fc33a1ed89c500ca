namespace Stance.Plots;

/// <summary>Places the nodes of a graph so that those tied together lie together (Fruchterman and Reingold 1991). The same graph is always laid out the same way.</summary>
internal static class SpringLayout
{
    private const int Steps = 300;

    /// <summary>Places within the square from −1 to 1.</summary>
    public static (double X, double Y)[] Of(int nodes, (int A, int B, double Weight)[] edges)
    {
        if (nodes == 0)
            return [];
        // A circle to begin with: neighbours in the order given start as neighbours.
        var at = Enumerable.Range(0, nodes).Select(i => (X: Math.Cos(2 * Math.PI * i / nodes), Y: Math.Sin(2 * Math.PI * i / nodes))).ToArray();
        var near = Math.Sqrt(4.0 / nodes);
        for (var step = 0; step < Steps; step++)
        {
            var force = new (double X, double Y)[nodes];
            for (var i = 0; i < nodes; i++)
                for (var j = 0; j < i; j++)
                    Push(i, j, distance => near * near / distance);
            foreach (var (a, b, weight) in edges)
                Push(a, b, distance => -weight * distance * distance / near);
            var most = 0.2 * (1 - (double)step / Steps);
            for (var i = 0; i < nodes; i++)
            {
                // A weak pull to the middle keeps what is tied to nobody in sight.
                var (x, y) = (force[i].X - 0.5 * at[i].X, force[i].Y - 0.5 * at[i].Y);
                var length = Math.Max(1e-9, Math.Sqrt(x * x + y * y));
                at[i] = (at[i].X + x / length * Math.Min(length, most), at[i].Y + y / length * Math.Min(length, most));
            }

            void Push(int i, int j, Func<double, double> strength)
            {
                var (x, y) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
                var distance = Math.Max(0.01, Math.Sqrt(x * x + y * y));
                var by = strength(distance) / distance;
                force[i] = (force[i].X + x * by, force[i].Y + y * by);
                force[j] = (force[j].X - x * by, force[j].Y - y * by);
            }
        }
        var reach = Math.Max(1e-9, at.Max(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))));
        return [.. at.Select(p => (Math.Round(p.X / reach, 4), Math.Round(p.Y / reach, 4)))];
    }
}
