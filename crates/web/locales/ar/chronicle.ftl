# السجل الزمني: قصة القضية في جمل.

story-desk = المكتب
story-invented = { $name } (اسم مختلَق)
