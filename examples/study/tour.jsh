Dataset data = Dataset.of(Map.of("x", new double[] {1, 2, 3}));
println(data.names());
